package org.carbonpublicity.rating.scheme;

/** One thing that is wrong with a scheme, in the words of the request. */
public record SchemeViolation(String field, String code, String message) {}
