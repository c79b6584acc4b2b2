package org.carbonpublicity.rating.label.credential;

import jakarta.enterprise.context.ApplicationScoped;
import org.carbonpublicity.rating.label.SerialNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the world reaches labels: what stands in credentials and QR codes. */
@ApplicationScoped
public class PublicAddresses {

  private final String base;

  PublicAddresses(@ConfigProperty(name = "rating.label.public-url") String base) {
    this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  /** The issuer of all labels. */
  public String issuer() {
    return base + "/api/v1/labels";
  }

  public String certificate(SerialNumber serial) {
    return issuer() + "/" + serial;
  }

  public String credential(SerialNumber serial) {
    return certificate(serial) + "/credential";
  }

  public String svg(SerialNumber serial) {
    return certificate(serial) + "/label.svg";
  }

  public String pdf(SerialNumber serial) {
    return certificate(serial) + "/label.pdf";
  }

  /** The page on which people verify a certificate. */
  public String verification(SerialNumber serial) {
    return base + "/labels/" + serial;
  }

  public String statusList(int number) {
    return issuer() + "/status-lists/" + number;
  }

  public String keys() {
    return issuer() + "/keys";
  }
}
