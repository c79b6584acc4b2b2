package org.carbonpublicity.assessment.enterprise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise as disclosure registered it.
 *
 * @param revision grows with every change
 */
public record Enterprise(
    String code, String name, @Nullable String group, List<String> aliases, long revision) {}
