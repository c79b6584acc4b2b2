package org.carbonpublicity.rating.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who calls, and for which enterprises it may act. */
@RequestScoped
public class Caller {

  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The token's subject, for records; "public" without a token. */
  public String actor() {
    if (identity.isAnonymous()) {
      return "public";
    }
    if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
      return token.getSubject();
    }
    return identity.getPrincipal().getName();
  }

  public boolean isAnalyst() {
    return identity.hasRole("analyst");
  }

  public boolean isAutomaker() {
    return identity.hasRole("automaker");
  }

  /** Codes of the enterprises that an automaker acts for; nobody else has any. */
  public Set<String> enterprises() {
    Set<String> codes = new TreeSet<>();
    if (isAutomaker() && identity.getPrincipal() instanceof JsonWebToken token) {
      collect(token.getClaim("enterprise"), codes);
    }
    return codes;
  }

  private static void collect(@Nullable Object claim, Set<String> codes) {
    if (claim instanceof Collection<?> several) {
      several.forEach(one -> collect(one, codes));
    } else if (claim instanceof JsonString text) {
      codes.add(text.getString());
    } else if (claim != null && !(claim instanceof JsonValue)) {
      codes.add(claim.toString());
    }
  }
}
