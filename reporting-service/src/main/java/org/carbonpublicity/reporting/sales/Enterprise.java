package org.carbonpublicity.reporting.sales;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise as disclosure registers it.
 *
 * @param mergedInto code of the enterprise that stands for it; null when it stands for itself
 * @param revision grows with every change
 */
public record Enterprise(
    String code, String name, List<String> aliases, @Nullable String mergedInto, long revision) {}
