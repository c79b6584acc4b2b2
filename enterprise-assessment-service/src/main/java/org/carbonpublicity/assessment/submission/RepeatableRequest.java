package org.carbonpublicity.assessment.submission;

/**
 * A request that may come again and then has no second effect.
 *
 * @param key chosen by the actor
 * @param hash tells this request from any other
 */
public record RepeatableRequest(String key, String hash) {}
