package org.carbonpublicity.disclosure.notification;

/**
 * Somebody who is written to about an enterprise.
 *
 * @param language {@code en} or {@code zh}
 */
public record Contact(String address, String language) {}
