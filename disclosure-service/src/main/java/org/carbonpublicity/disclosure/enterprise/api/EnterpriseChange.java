package org.carbonpublicity.disclosure.enterprise.api;

import java.util.List;
import org.carbonpublicity.disclosure.enterprise.Enterprise;
import org.carbonpublicity.disclosure.enterprise.Enterprises.Change;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.jspecify.annotations.Nullable;

/** Group and aliases as they shall be; an absent one stays as it is, an empty one is taken away. */
record EnterpriseChange(@Nullable String group, @Nullable List<@Nullable String> aliases) {

  Change applied(Enterprise present) {
    FieldFaults faults = new FieldFaults();
    Change change =
        new Change(
            group == null
                ? present.group()
                : faults.optionalText("group", group, EnterpriseRequest.LONGEST_NAME),
            aliases == null ? present.aliases() : EnterpriseRequest.aliases(faults, aliases));
    faults.refuse("invalid-enterprise", "The enterprise breaks rules");
    return change;
  }
}
