package org.carbonpublicity.assessment.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.assessment.enterprise.persistence.EnterpriseRepository;
import org.carbonpublicity.assessment.evidence.file.FileCheck;
import org.carbonpublicity.assessment.evidence.file.FileName;
import org.carbonpublicity.assessment.evidence.file.FileType;
import org.carbonpublicity.assessment.evidence.file.SpooledFile;
import org.carbonpublicity.assessment.evidence.file.UnacceptableFileException;
import org.carbonpublicity.assessment.evidence.persistence.EvidenceRepository;
import org.carbonpublicity.assessment.evidence.persistence.EvidenceRepository.Total;
import org.carbonpublicity.assessment.evidence.scan.Scanner;
import org.carbonpublicity.assessment.evidence.scan.ScannerUnavailableException;
import org.carbonpublicity.audit.Audit;
import org.jspecify.annotations.Nullable;

/** Takes, gives out and forgets evidence; what is kept is never changed. */
@ApplicationScoped
public class EvidenceFiles {

  private final EvidenceRepository repository;
  private final EnterpriseRepository enterprises;
  private final Instance<EvidenceUse> uses;
  private final Scanner scanner;
  private final EvidenceConfig config;
  private final Audit audit;
  private final Clock clock;

  EvidenceFiles(
      EvidenceRepository repository,
      EnterpriseRepository enterprises,
      @Any Instance<EvidenceUse> uses,
      Scanner scanner,
      EvidenceConfig config,
      Audit audit,
      Clock clock) {
    this.repository = repository;
    this.enterprises = enterprises;
    this.uses = uses;
    this.scanner = scanner;
    this.config = config;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What became of an upload.
   *
   * @param isNew false when the enterprise had a file of this content already, which stays as it is
   */
  public record Kept(Evidence evidence, boolean isNew) {}

  /**
   * Says what a file is, before anything is locked.
   *
   * @param declared media type as the sender gives it; null for none
   * @throws UnacceptableFileException when it is nothing that is kept
   * @throws InfectedFileException when the scanner finds something
   * @throws ScannerUnavailableException when the scanner cannot say
   */
  public FileType examine(SpooledFile file, FileName name, @Nullable String declared) {
    FileType type = FileCheck.check(file, name, declared);
    try (InputStream content = file.open()) {
      scanner
          .scan(content)
          .ifPresent(
              finding -> {
                throw new InfectedFileException(finding);
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return type;
  }

  /**
   * Keeps an examined file.
   *
   * @throws UnknownEnterpriseException when the enterprise has not been heard of
   * @throws EvidenceConflictException when the enterprise has as much as it may have
   */
  @Transactional
  public Kept add(String enterprise, FileName name, FileType type, SpooledFile file, String actor) {
    if (enterprises.lock(enterprise).isEmpty()) {
      throw new UnknownEnterpriseException(enterprise);
    }
    Optional<Evidence> present = repository.findContent(enterprise, file.sha256());
    if (present.isPresent()) {
      return new Kept(present.get(), false);
    }
    Total total = repository.total(enterprise);
    if (total.files() >= config.mostFiles()) {
      throw EvidenceConflictException.quota(
          "an enterprise has at most " + config.mostFiles() + " files");
    }
    if (total.bytes() + file.sizeBytes() > config.mostBytes()) {
      throw EvidenceConflictException.quota(
          "an enterprise has at most " + config.mostBytes() + " bytes of files");
    }
    Evidence evidence =
        new Evidence(
            UUID.randomUUID(),
            0,
            enterprise,
            name.text(),
            type.mediaType(),
            file.sizeBytes(),
            file.sha256(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            actor);
    try (InputStream content = file.open()) {
      repository.insert(evidence, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    record("evidence-added", evidence);
    return new Kept(evidence, true);
  }

  @Transactional
  public Optional<Evidence> find(UUID id) {
    return repository.find(id);
  }

  /** An enterprise's files in the order of uploads, behind a number. */
  @Transactional
  public List<Evidence> list(String enterprise, @Nullable Long after, int limit) {
    return repository.list(enterprise, after == null ? 0 : after, limit);
  }

  /** The content, read piece by piece while it is sent. */
  public InputStream content(Evidence evidence) {
    return repository.content(evidence);
  }

  /** Writes down that somebody else than the enterprise reads the content. */
  @Transactional
  public void recordReading(Evidence evidence) {
    record("evidence-read", evidence);
  }

  /**
   * Forgets a file; nothing happens when it is gone already.
   *
   * @throws EvidenceConflictException when something refers to it
   */
  @Transactional
  public void delete(Evidence evidence) {
    enterprises.lock(evidence.enterprise());
    if (uses.stream().anyMatch(use -> use.isUsed(evidence.id()))) {
      throw EvidenceConflictException.inUse();
    }
    if (repository.delete(evidence.id())) {
      record("evidence-deleted", evidence);
    }
  }

  private void record(String action, Evidence evidence) {
    audit.record(
        action,
        evidence.subject(),
        evidence.sha256(),
        Map.of("enterprise", evidence.enterprise(), "fileName", evidence.fileName()));
  }
}
