package org.carbonpublicity.rating.label;

/** One thing that is wrong with an application: where, a stable word, and a sentence. */
public record LabelFault(String field, String code, String message) {}
