package org.carbonpublicity.reporting.report.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.carbonpublicity.reporting.report.Form;

/**
 * Which document a request is about.
 *
 * @param absent what to answer when the edition has none
 */
record Asked(Form form, String variant, boolean membersOnly, HttpProblem absent) {}
