package org.carbonpublicity.disclosure.enterprise;

/**
 * What is published of an enterprise stands under another name from now on; told inside the
 * transaction.
 *
 * @param from code under which it is published
 * @param to code under which it belongs; the same for a renaming
 */
public record EnterpriseRestated(String from, String to, String reason, String actor) {}
