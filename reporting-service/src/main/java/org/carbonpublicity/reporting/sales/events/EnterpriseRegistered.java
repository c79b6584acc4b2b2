package org.carbonpublicity.reporting.sales.events;

import java.util.List;
import org.carbonpublicity.messaging.InvalidEventException;
import org.carbonpublicity.reporting.sales.Enterprise;
import org.jspecify.annotations.Nullable;

/** What is read of {@code enterprise-registered.v1}. */
record EnterpriseRegistered(
    @Nullable String code,
    @Nullable String name,
    @Nullable List<String> aliases,
    @Nullable String mergedInto,
    @Nullable Long revision) {

  static final String TYPE = "enterprise-registered.v1";

  Enterprise checked() {
    if (code == null || code.isBlank() || name == null || name.isBlank() || revision == null) {
      throw new InvalidEventException(TYPE + " lacks code, name or revision");
    }
    return new Enterprise(code, name, aliases == null ? List.of() : aliases, mergedInto, revision);
  }
}
