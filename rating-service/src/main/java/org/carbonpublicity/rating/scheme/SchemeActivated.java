package org.carbonpublicity.rating.scheme;

/** Inside this service: another scheme is in force from now on. */
public record SchemeActivated(String scheme) {}
