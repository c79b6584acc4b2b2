package org.carbonpublicity.disclosure.footprint;

/** The numbers of a vehicle contradict each other: no body is left beside its battery. */
public final class ImplausibleVehicleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ImplausibleVehicleException(String message) {
    super(message);
  }
}
