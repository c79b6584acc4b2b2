package org.carbonpublicity.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonpublicity.audit.AuditChain.Anchor;
import org.carbonpublicity.audit.AuditEntry.Fact;
import org.carbonpublicity.audit.persistence.AuditRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Where use cases say what was done. The entries of a transaction get their place in the chain at
 * its very end, under one lock: the chain has no fork whatever the number of instances, a long
 * import does not hold up others while it reads, and no lock is taken after this one.
 */
@ApplicationScoped
public class Audit {

  private final AuditRepository repository;
  private final TransactionSynchronizationRegistry transactions;
  private final SecurityIdentity identity;
  private final ObjectMapper json;
  private final Clock clock;
  private final String service;

  Audit(
      AuditRepository repository,
      TransactionSynchronizationRegistry transactions,
      SecurityIdentity identity,
      ObjectMapper json,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.repository = repository;
    this.transactions = transactions;
    this.identity = identity;
    this.json = json;
    this.clock = clock;
    this.service = service;
  }

  /** The actor where nobody called: the service's name. */
  public String service() {
    return service;
  }

  /** The same for what came without a file. */
  public void record(String action, String subject, Map<String, ?> details) {
    record(action, subject, null, details);
  }

  /**
   * Adds one entry to the caller's transaction; it is written when the transaction commits, and
   * never was when it does not.
   *
   * @param action past tense, kebab case
   * @param subject {@code kind/key}
   * @param fileHash SHA-256 of the file it came from
   * @param details further facts, keys to JSON values
   * @throws IllegalStateException without a transaction
   */
  public void record(
      String action, String subject, @Nullable String fileHash, Map<String, ?> details) {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("an audit entry is recorded inside a transaction");
    }
    pending().facts.add(new Fact(action, subject, fileHash, write(details)));
  }

  /** A place in what the caller's transaction has said so far. */
  public record Mark(int facts) {}

  /** The present place, to go back to together with a savepoint. */
  public Mark mark() {
    return new Mark(pending().facts.size());
  }

  /** Takes back what was said since: it was undone, while the transaction goes on. */
  public void backTo(Mark mark) {
    List<Fact> facts = pending().facts;
    facts.subList(mark.facts(), facts.size()).clear();
  }

  private Pending pending() {
    if (transactions.getResource(Pending.class) instanceof Pending present) {
      return present;
    }
    Pending pending = new Pending(actor());
    transactions.putResource(Pending.class, pending);
    transactions.registerInterposedSynchronization(pending);
    return pending;
  }

  /** The token's subject; where nobody called, the service: its workers and handlers. */
  private String actor() {
    if (!Arc.container().requestContext().isActive()) {
      return service;
    }
    if (identity.isAnonymous()) {
      return "public";
    }
    if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
      return token.getSubject();
    }
    return identity.getPrincipal().getName();
  }

  private String write(Map<String, ?> details) {
    try {
      return json.writeValueAsString(new TreeMap<>(details));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the details cannot be written as JSON", e);
    }
  }

  /** What one transaction has said so far. */
  private final class Pending implements Synchronization {

    private final String actor;
    private final List<Fact> facts = new ArrayList<>();

    Pending(String actor) {
      this.actor = actor;
    }

    /** What fails here fails the transaction. */
    @Override
    public void beforeCompletion() {
      if (facts.isEmpty()) {
        return;
      }
      Anchor head = repository.lockHead();
      Instant now = clock.instant();
      List<AuditEntry> entries = new ArrayList<>(facts.size());
      for (Fact fact : facts) {
        AuditEntry entry = AuditEntry.chained(head.position() + 1, now, actor, fact, head.hash());
        entries.add(entry);
        head = new Anchor(entry.position(), entry.hash());
      }
      repository.append(entries, head);
    }

    @Override
    public void afterCompletion(int status) {
      // Written or rolled back with the transaction.
    }
  }
}
