package org.carbonpublicity.disclosure.enterprise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company as rated.
 *
 * @param code stable, {@code [A-Z0-9][A-Z0-9-]{0,31}}
 * @param revision 1 when registered, one more with each change
 * @param mergedInto code of the enterprise that has taken it over; null as long as it stands alone
 */
public record Enterprise(
    String code,
    String name,
    @Nullable String group,
    List<String> aliases,
    int revision,
    @Nullable String mergedInto) {}
