package org.carbonpublicity.disclosure.preview.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a preview.
 *
 * @param factorSet id of a set in any state
 */
@Schema(name = "FactorSetPreviewRequest")
record PreviewRequest(@Nullable String factorSet) {}
