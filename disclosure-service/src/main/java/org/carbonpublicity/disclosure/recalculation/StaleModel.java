package org.carbonpublicity.disclosure.recalculation;

import org.carbonpublicity.disclosure.footprint.VehicleSpecification;

/** A model whose present revision rests on other factors than the ones in force. */
public record StaleModel(String code, int revision, VehicleSpecification vehicle) {}
