package org.carbonpublicity.assessment.carbontarget;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Conflicts of interest as a test declares them. */
@ApplicationScoped
public class BarredExperts implements PanelBar {

  private final Map<String, String> enterprises = new ConcurrentHashMap<>();

  public void bar(String subject, String enterprise) {
    enterprises.put(enterprise, subject);
  }

  @Override
  public boolean isBarred(String subject, String enterprise) {
    return subject.equals(enterprises.get(enterprise));
  }
}
