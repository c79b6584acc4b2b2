package org.carbonpublicity.disclosure.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.BatchConflictException;
import org.carbonpublicity.disclosure.batch.BatchState;
import org.carbonpublicity.disclosure.batch.persistence.BatchRepository;
import org.carbonpublicity.disclosure.feedback.persistence.EvidenceRepository;

/** Takes and gives out the files that support feedback forms; none is ever changed. */
@ApplicationScoped
public class EvidenceFiles {

  /** Files of one form. */
  static final int MOST = 50;

  private final BatchRepository batches;
  private final EvidenceRepository repository;
  private final Audit audit;
  private final Clock clock;

  EvidenceFiles(BatchRepository batches, EvidenceRepository repository, Audit audit, Clock clock) {
    this.batches = batches;
    this.repository = repository;
    this.audit = audit;
    this.clock = clock;
  }

  /** A form has as many files as it may have. */
  public static final class TooManyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyException() {
      super("a form has at most " + MOST + " files of evidence");
    }
  }

  /**
   * Keeps a file.
   *
   * @throws BatchConflictException when the batch is not in review
   * @throws TooManyException when the form has too many
   */
  @Transactional
  public Evidence add(
      int number, UUID form, String fileName, String mediaType, byte[] content, String actor) {
    Batch batch = batches.hold(number).orElseThrow();
    if (batch.state() != BatchState.IN_REVIEW) {
      throw BatchConflictException.state(batch, "evidence");
    }
    if (repository.lockedCount(form) >= MOST) {
      throw new TooManyException();
    }
    Evidence evidence =
        new Evidence(
            UUID.randomUUID().toString(),
            fileName,
            mediaType,
            content.length,
            sha256(content),
            clock.instant(),
            actor);
    repository.insert(form, evidence, content);
    audit.record(
        "evidence-added",
        batch.subject(),
        evidence.sha256(),
        Map.of("form", form.toString(), "evidence", evidence.id(), "fileName", fileName));
    return evidence;
  }

  @Transactional
  public List<Evidence> list(UUID form) {
    return repository.list(form);
  }

  @Transactional
  public Optional<Evidence> find(UUID form, UUID id) {
    return repository.find(form, id);
  }

  @Transactional
  public byte[] content(Evidence evidence) {
    return repository.content(evidence);
  }

  /** SHA-256, hexadecimal. */
  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
