package org.carbonpublicity.disclosure.enterprise.events;

import java.util.List;
import org.carbonpublicity.disclosure.enterprise.Enterprise;
import org.jspecify.annotations.Nullable;

/**
 * Payload of {@code enterprise-registered.v1}.
 *
 * @param mergedInto code of the enterprise that has taken over its names; null for most
 */
public record EnterpriseRegistered(
    String code,
    String name,
    @Nullable String group,
    List<String> aliases,
    int revision,
    @Nullable String mergedInto) {

  public static final String TYPE = "enterprise-registered.v1";

  public static EnterpriseRegistered of(Enterprise enterprise) {
    return new EnterpriseRegistered(
        enterprise.code(),
        enterprise.name(),
        enterprise.group(),
        enterprise.aliases(),
        enterprise.revision(),
        enterprise.mergedInto());
  }
}
