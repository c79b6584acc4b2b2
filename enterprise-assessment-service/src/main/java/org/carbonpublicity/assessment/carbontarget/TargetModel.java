package org.carbonpublicity.assessment.carbontarget;

/** How a path to a target is computed. */
public enum TargetModel {
  /** See {@link AbsoluteContraction}. */
  ABSOLUTE_CONTRACTION,
  /** See {@link IntensityConvergence}. */
  INTENSITY_CONVERGENCE
}
