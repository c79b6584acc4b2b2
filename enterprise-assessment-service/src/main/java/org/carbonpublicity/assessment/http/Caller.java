package org.carbonpublicity.assessment.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sends a request, as the token says. */
@RequestScoped
public class Caller {

  private final SecurityIdentity identity;
  private final JsonWebToken token;

  Caller(SecurityIdentity identity, JsonWebToken token) {
    this.identity = identity;
    this.token = token;
  }

  /** The token's subject, under which records are kept. */
  public String name() {
    String subject = token.getSubject();
    return subject == null ? identity.getPrincipal().getName() : subject;
  }

  /** The token's subject; empty for the public. */
  public Optional<String> subject() {
    return Optional.ofNullable(identity.isAnonymous() ? null : token.getSubject());
  }

  public boolean isAssessor() {
    return identity.hasRole("assessor");
  }

  public boolean isAutomaker() {
    return identity.hasRole("automaker");
  }

  /** Whether this is an automaker that acts for the enterprise. */
  public boolean actsFor(String enterprise) {
    return isAutomaker() && enterprises().contains(enterprise);
  }

  /** Codes of the enterprises an automaker acts for. */
  public Set<String> enterprises() {
    Set<String> codes = new TreeSet<>();
    Object claim = token.getClaim("enterprise");
    if (claim instanceof Collection<?> several) {
      several.forEach(code -> codes.add(text(code)));
    } else if (claim != null) {
      codes.add(text(claim));
    }
    return codes;
  }

  private static String text(Object code) {
    return code instanceof JsonString json ? json.getString() : code.toString();
  }
}
