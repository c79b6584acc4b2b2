package org.carbonpublicity.assessment.carbontarget;

/** Keeps experts off panels. Every bean of this type is asked; one that bars is enough. */
public interface PanelBar {

  /**
   * @param subject of the expert's token
   * @param enterprise code
   */
  boolean isBarred(String subject, String enterprise);
}
