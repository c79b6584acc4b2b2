package org.carbonpublicity.disclosure.enterprise.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Group and aliases as they shall be; an absent one stays as it is. */
record EnterpriseChange(@Nullable String group, @Nullable List<@Nullable String> aliases) {}
