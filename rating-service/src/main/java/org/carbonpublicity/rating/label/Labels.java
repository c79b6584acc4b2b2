package org.carbonpublicity.rating.label;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.carbonpublicity.rating.edition.Edition;
import org.carbonpublicity.rating.edition.ModelRating;
import org.carbonpublicity.rating.edition.persistence.EditionRepository;
import org.carbonpublicity.rating.edition.persistence.RatingRepository;
import org.carbonpublicity.rating.label.credential.LabelCredentials;
import org.carbonpublicity.rating.label.events.LabelAnnouncements;
import org.carbonpublicity.rating.label.persistence.CertificateNumbers;
import org.carbonpublicity.rating.label.persistence.LabelRepository;
import org.carbonpublicity.rating.scheme.ClassLabel;
import org.carbonpublicity.rating.scheme.RatingClass;
import org.carbonpublicity.rating.scheme.Schemes;
import org.carbonpublicity.rating.toprunner.TopRunners;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Applications for labels and what becomes of them. What depends on the latest edition excludes the
 * completion of another one until it is committed, so that no certificate is issued from an edition
 * that is not the latest any more.
 */
@ApplicationScoped
public class Labels {

  private final LabelRepository labels;
  private final CertificateNumbers numbers;
  private final EditionRepository editions;
  private final Schemes schemes;
  private final RatingRepository ratings;
  private final TopRunners topRunners;
  private final LabelCredentials credentials;
  private final LabelAnnouncements announcements;
  private final Clock clock;
  private final Period validity;

  Labels(
      LabelRepository labels,
      CertificateNumbers numbers,
      EditionRepository editions,
      Schemes schemes,
      RatingRepository ratings,
      TopRunners topRunners,
      LabelCredentials credentials,
      LabelAnnouncements announcements,
      Clock clock,
      @ConfigProperty(name = "rating.label.validity") String validity) {
    this.labels = labels;
    this.numbers = numbers;
    this.editions = editions;
    this.schemes = schemes;
    this.ratings = ratings;
    this.topRunners = topRunners;
    this.credentials = credentials;
    this.announcements = announcements;
    this.clock = clock;
    this.validity = Period.parse(validity);
  }

  /**
   * Applies for labels of models, all or none.
   *
   * @throws LabelRefusedException with all faults
   */
  @Transactional
  public List<Label> apply(LabelKind kind, List<String> models, Applicant applicant) {
    refuse(ApplicationRules.ofList(models));
    labels.holdEdition();
    Edition edition =
        editions
            .latest()
            .orElseThrow(
                () ->
                    new LabelRefusedException(
                        List.of(
                            new LabelFault("models", "no-edition", "no edition is complete yet"))));
    Instant now = now();
    expireDue(edition.number(), now);
    Map<String, Candidate> candidates = labels.candidates(kind, edition.number(), models);
    Set<String> best =
        kind == LabelKind.TOP_RUNNER ? topRunners.among(edition.number(), models) : Set.of();
    refuse(ApplicationRules.ofModels(kind, models, candidates, best, applicant));
    List<Label> applied = new ArrayList<>();
    for (String model : models) {
      labels
          .apply(
              kind,
              Objects.requireNonNull(candidates.get(model)),
              edition.number(),
              now,
              applicant.actor())
          .ifPresent(applied::add);
    }
    if (applied.size() < models.size()) {
      // Somebody else was quicker: said as the check would have, had it come later.
      throw new LabelRefusedException(
          List.of(
              new LabelFault(
                  "models", "label-present", "another application was made at the same time")));
    }
    return applied;
  }

  private void expireDue(int edition, Instant now) {
    for (LabelState state : List.of(LabelState.VALID, LabelState.SUSPENDED)) {
      announcements.changed(labels.expire(state, edition, now), state);
    }
  }

  private static void refuse(List<LabelFault> faults) {
    if (!faults.isEmpty()) {
      throw new LabelRefusedException(faults);
    }
  }

  /**
   * Issues the certificate that was applied for, from the latest edition.
   *
   * @throws LabelConflictException when the ground of the application is gone
   */
  @Transactional
  public Label approve(String reference, String actor) {
    labels.holdEdition();
    Label label = lock(reference, LabelTransition.APPROVAL);
    Edition edition = editions.latest().orElseThrow();
    ModelRating model = ground(label, label.appliedClass(), edition, LabelTransition.APPROVAL);
    if (!model.onSale()) {
      throw groundless(
          label, LabelTransition.APPROVAL, "model-off-sale", "is not on sale any more");
    }
    Instant now = now();
    revokeSuperseded(label, edition, now, actor);
    int year = now.atOffset(ZoneOffset.UTC).getYear();
    Certificate certificate =
        certificate(label, model, new SerialNumber(year, numbers.nextSerial(year)), now);
    Label issued = labels.issue(label.id(), certificate, credentials.sign(certificate), actor, now);
    announcements.issued(issued);
    return issued;
  }

  private Certificate certificate(
      Label label, ModelRating model, SerialNumber serial, Instant now) {
    RatingClass ratingClass = RatingClass.of(Objects.requireNonNull(model.ratingClass()));
    ClassLabel words = classes(model.edition()).get(ratingClass.ordinal());
    // Until the end of the day before, a year later: people read dates.
    LocalDate until = now.atOffset(ZoneOffset.UTC).toLocalDate().plus(validity);
    return new Certificate(
        serial,
        label.kind(),
        model.modelCode(),
        model.modelName(),
        model.enterprise(),
        model.enterpriseName(),
        model.brand(),
        model.series(),
        model.powertrain().name(),
        model.bodyType(),
        model.segment(),
        model.edition(),
        ratingClass.number(),
        words.name(),
        words.nameZh(),
        model.footprintGramsPerKm(),
        now,
        until.atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC),
        numbers.nextStatusEntry());
  }

  /** How the scheme of an edition calls and paints its classes, class 1 first. */
  public List<ClassLabel> classes(int edition) {
    return schemes
        .find(editions.find(edition).orElseThrow().scheme())
        .orElseThrow()
        .scheme()
        .classes();
  }

  /** A suspended certificate is of no use once a new one is issued for the same. */
  private void revokeSuperseded(Label label, Edition edition, Instant now, String actor) {
    for (Label former : labels.lockSuspended(label.kind(), label.modelCode())) {
      if (former.stateAt(now) == LabelState.SUSPENDED) {
        change(
            former,
            LabelState.REVOKED,
            "SUPERSEDED",
            "A new certificate was issued for the model.",
            edition.number(),
            now,
            actor);
      }
    }
  }

  /** Refuses an application. */
  @Transactional
  public Label reject(String reference, String reason, String actor) {
    Label label = lock(reference, LabelTransition.REJECTION);
    return labels.change(label.id(), LabelState.REJECTED, "REJECTED", reason, null, now(), actor);
  }

  /** Suspends a valid certificate. */
  @Transactional
  public Label suspend(String reference, String reason, String actor) {
    return decide(reference, LabelTransition.SUSPENSION, reason, actor);
  }

  /** Ends a certificate for good. */
  @Transactional
  public Label revoke(String reference, String reason, String actor) {
    return decide(reference, LabelTransition.REVOCATION, reason, actor);
  }

  /**
   * Makes a suspended certificate valid again.
   *
   * @throws LabelConflictException when the latest edition does not bear it out, or another label
   *     stands in its place
   */
  @Transactional
  public Label reinstate(String reference, String reason, String actor) {
    labels.holdEdition();
    Label label = lock(reference, LabelTransition.REINSTATEMENT);
    Edition edition = editions.latest().orElseThrow();
    ground(label, label.issued().ratingClass(), edition, LabelTransition.REINSTATEMENT);
    if (labels.isTaken(label.kind(), label.modelCode())) {
      throw groundless(
          label,
          LabelTransition.REINSTATEMENT,
          "label-present",
          "has another open application or valid label of this kind");
    }
    return change(label, LabelState.VALID, "REINSTATED", reason, edition.number(), now(), actor);
  }

  private Label decide(String reference, LabelTransition transition, String reason, String actor) {
    labels.holdEdition();
    Label label = lock(reference, transition);
    Edition edition = editions.latest().orElseThrow();
    return change(
        label, transition.to(), transition.to().name(), reason, edition.number(), now(), actor);
  }

  private Label change(
      Label label,
      LabelState to,
      String reasonCode,
      String reason,
      int edition,
      Instant now,
      String actor) {
    Label changed = labels.change(label.id(), to, reasonCode, reason, edition, now, actor);
    announcements.changed(List.of(changed), label.state());
    return changed;
  }

  /** The rating that bears a label out. */
  private ModelRating ground(
      Label label, int certifiedClass, Edition edition, LabelTransition transition) {
    ModelRating model =
        ratings
            .find(edition.number(), label.modelCode())
            .orElseThrow(
                () -> groundless(label, transition, "model-withdrawn", "has been withdrawn"));
    if (!Objects.equals(model.ratingClass(), certifiedClass)) {
      throw groundless(
          label,
          transition,
          "class-changed",
          "has class %s in edition %d, not %d any more"
              .formatted(
                  model.ratingClass() == null ? "–" : model.ratingClass(),
                  edition.number(),
                  certifiedClass));
    }
    Certificate certificate = label.certificate();
    boolean sameCategory =
        certificate == null
            || (certificate.powertrain().equals(model.powertrain().name())
                && certificate.bodyType().equals(model.bodyType())
                && certificate.segment().equals(model.segment()));
    if (label.kind() == LabelKind.TOP_RUNNER
        && !(sameCategory
            && topRunners.among(edition.number(), List.of(label.modelCode())).size() == 1)) {
      throw groundless(
          label, transition, "no-top-runner", "is no top runner of its category any more");
    }
    return model;
  }

  private LabelConflictException groundless(
      Label label, LabelTransition refused, String code, String what) {
    return new LabelConflictException(
        code,
        label.modelCode() + " " + what,
        label.stateAt(now()).transitions().stream().filter(t -> t != refused).toList());
  }

  private Label lock(String reference, LabelTransition transition) {
    Label label = labels.lock(reference).orElseThrow(() -> new UnknownLabelException(reference));
    LabelState state = label.stateAt(now());
    if (!transition.from().contains(state)) {
      throw new LabelConflictException(
          "label-state",
          "the label is %s: no %s".formatted(state, transition.word()),
          state.transitions());
    }
    return label;
  }

  /** A label by the number of its application or by its serial number. */
  public Optional<Label> find(String reference) {
    return labels.find(reference);
  }

  /** Labels, newest application first, below an application's number. */
  public List<Label> list(LabelFilter filter, @Nullable Long below, int limit) {
    return labels.list(filter, now(), below == null ? Long.MAX_VALUE : below, limit);
  }

  /** Now, in whole seconds: what is signed and what is stored must be the same moment. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
