package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a scheme finds the footprint that a model is compared with. Fixed lines are the only kind so
 * far; lines fitted to an edition, category means and absolute bands are further ones.
 */
public sealed interface ReferenceRule permits FixedLines {

  SchemeKind kind();

  /** The reference of a model, or the reason why it has none. */
  Reference referenceOf(Powertrain powertrain, @Nullable BigDecimal curbMassKg);
}
