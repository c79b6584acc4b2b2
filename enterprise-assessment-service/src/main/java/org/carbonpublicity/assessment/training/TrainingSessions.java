package org.carbonpublicity.assessment.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.carbonpublicity.assessment.enterprise.Enterprise;
import org.carbonpublicity.assessment.enterprise.persistence.EnterpriseRepository;
import org.carbonpublicity.assessment.training.persistence.TrainingRepository;
import org.carbonpublicity.audit.Audit;
import org.jspecify.annotations.Nullable;

/** Sessions from the plan to the exam's results. The audit trail keeps no names of people. */
@ApplicationScoped
public class TrainingSessions {

  private final TrainingRepository trainings;
  private final EnterpriseRepository enterprises;
  private final Audit audit;
  private final Clock clock;

  TrainingSessions(
      TrainingRepository trainings, EnterpriseRepository enterprises, Audit audit, Clock clock) {
    this.trainings = trainings;
    this.enterprises = enterprises;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public TrainingSession plan(SessionPlan plan, String actor) {
    UUID id = trainings.add(plan, now(), actor);
    recordDone("training-session-planned", id, Map.of("title", plan.title()));
    return trainings.find(id).orElseThrow();
  }

  /**
   * Plans anew.
   *
   * @return empty when there is no such session
   * @throws InvalidTrainingException when more are registered than could take part
   * @throws SessionStateException when the session is not planned any more
   */
  @Transactional
  public Optional<TrainingSession> change(UUID id, SessionPlan plan) {
    return lock(id, "other plan", SessionState.PLANNED)
        .map(
            session -> {
              if (plan.capacity() < session.participants()) {
                refuse(
                    List.of(
                        new TrainingViolation(
                            "capacity",
                            "below-registered",
                            session.participants() + " are registered")));
              }
              trainings.change(id, plan);
              recordDone("training-session-changed", id, Map.of("title", plan.title()));
              return trainings.find(id).orElseThrow();
            });
  }

  @Transactional
  public Optional<TrainingSession> find(UUID id) {
    return trainings.find(id);
  }

  /** Sessions in the order of their plans, after the given number. */
  @Transactional
  public List<TrainingSession> list(
      @Nullable SessionState state, @Nullable Long afterNumber, int limit) {
    return trainings.list(state, afterNumber == null ? 0 : afterNumber, limit);
  }

  /**
   * Registers people, all of them or none.
   *
   * @return those who were registered; empty when there is no such session
   * @throws InvalidTrainingException when one is registered before or given twice, an enterprise is
   *     unknown, or the session has not as many places
   * @throws SessionStateException when the session is not planned
   */
  @Transactional
  public Optional<List<Participant>> register(UUID id, List<Attendee> attendees, String actor) {
    return lock(id, "participants", SessionState.PLANNED)
        .map(
            session -> {
              check(session, attendees);
              attendees.forEach(attendee -> trainings.register(id, attendee, now(), actor));
              recordDone("training-participants-registered", id, Map.of("count", attendees.size()));
              return trainings.latest(id, attendees.size());
            });
  }

  private void check(TrainingSession session, List<Attendee> attendees) {
    Set<String> codes = new TreeSet<>();
    attendees.forEach(attendee -> codes.add(attendee.enterprise()));
    Map<String, Enterprise> known = enterprises.lock(codes);
    Set<List<String>> registered = new HashSet<>(trainings.keys(session.id()));
    List<TrainingViolation> violations = new ArrayList<>();
    for (Attendee attendee : attendees) {
      if (!known.containsKey(attendee.enterprise())) {
        violations.add(
            new TrainingViolation(
                attendee.source(),
                "unknown-enterprise",
                "there is no enterprise " + attendee.enterprise()));
      } else if (!registered.add(List.of(attendee.enterprise(), attendee.personalKey()))) {
        violations.add(
            new TrainingViolation(
                attendee.source(),
                "already-registered",
                "%s of %s is registered or given twice"
                    .formatted(attendee.personalKey(), attendee.enterprise())));
      }
    }
    int free = session.plan().capacity() - session.participants();
    if (attendees.size() > free) {
      violations.add(
          new TrainingViolation(
              "participants",
              "session-full",
              "%d places are left for %d".formatted(Math.max(free, 0), attendees.size())));
    }
    refuse(violations);
  }

  /** Somebody registered for a session. */
  @Transactional
  public Optional<Participant> participant(UUID session, UUID id) {
    return trainings.participant(session, id);
  }

  /**
   * Takes a registration back; nothing of it stays.
   *
   * @return whether there was one; empty when there is no such session
   * @throws SessionStateException when the session is not planned any more
   */
  @Transactional
  public Optional<Boolean> remove(UUID session, UUID participant) {
    return lock(session, "participants", SessionState.PLANNED)
        .map(
            present -> {
              boolean removed = trainings.remove(session, participant);
              if (removed) {
                recordDone("training-participant-removed", session, Map.of());
              }
              return removed;
            });
  }

  /** Participants in the order of registration; of one enterprise or, with null, of all. */
  @Transactional
  public List<Participant> participants(
      UUID id, @Nullable Set<String> enterprisesOf, @Nullable Long afterNumber, int limit) {
    return trainings.participantsAfter(
        id, enterprisesOf, afterNumber == null ? 0 : afterNumber, limit);
  }

  /**
   * The session took place.
   *
   * @return empty when there is no such session
   * @throws SessionStateException when it is not planned
   */
  @Transactional
  public Optional<TrainingSession> hold(UUID id) {
    return move(id, "holding", SessionState.PLANNED, SessionState.HELD);
  }

  /**
   * Nothing is entered or issued any more.
   *
   * @return empty when there is no such session
   * @throws SessionStateException when it is not held
   */
  @Transactional
  public Optional<TrainingSession> close(UUID id) {
    return move(id, "closure", SessionState.HELD, SessionState.CLOSED);
  }

  private Optional<TrainingSession> move(
      UUID id, String action, SessionState from, SessionState to) {
    return lock(id, action, from)
        .map(
            session -> {
              trainings.move(id, to);
              recordDone(
                  "training-session-" + (to == SessionState.HELD ? "held" : "closed"),
                  id,
                  Map.of());
              return trainings.find(id).orElseThrow();
            });
  }

  /**
   * Enters results, all of them or none; a later one replaces an earlier one until a certificate
   * rests on it.
   *
   * @return how many; empty when there is no such session
   * @throws InvalidTrainingException when one is of nobody here, given twice, or its certificate is
   *     issued
   * @throws SessionStateException when the session is not held
   */
  @Transactional
  public Optional<Integer> enter(UUID id, List<ExamResult> results) {
    return lock(id, "results", SessionState.HELD)
        .map(
            session -> {
              check(id, results);
              results.forEach(trainings::enter);
              recordDone("training-results-entered", id, Map.of("count", results.size()));
              return results.size();
            });
  }

  private void check(UUID id, List<ExamResult> results) {
    Map<UUID, Participant> present = new HashMap<>();
    trainings
        .participantsAfter(id, null, 0, Integer.MAX_VALUE)
        .forEach(participant -> present.put(participant.id(), participant));
    Set<UUID> given = new HashSet<>();
    List<TrainingViolation> violations = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      ExamResult result = results.get(i);
      String field = "results[" + i + "]";
      Participant participant = present.get(result.participant());
      if (participant == null) {
        violations.add(
            new TrainingViolation(field, "unknown-participant", "there is no such participant"));
      } else if (participant.certificate() != null) {
        violations.add(
            new TrainingViolation(
                field, "certificate-issued", "the certificate that rests on it is issued"));
      }
      if (!given.add(result.participant())) {
        violations.add(new TrainingViolation(field, "repeated", "the participant is given twice"));
      }
      if (result.passed() && !result.attended()) {
        violations.add(
            new TrainingViolation(field + ".passed", "not-attended", "who passed was there"));
      }
    }
    refuse(violations);
  }

  private static void refuse(List<TrainingViolation> violations) {
    if (!violations.isEmpty()) {
      throw new InvalidTrainingException(violations);
    }
  }

  private Optional<TrainingSession> lock(UUID id, String action, SessionState needed) {
    Optional<TrainingSession> locked = trainings.lock(id);
    locked.ifPresent(
        session -> {
          if (session.state() != needed) {
            throw new SessionStateException(session.state(), action);
          }
        });
    return locked;
  }

  private void recordDone(String action, UUID session, Map<String, ?> details) {
    audit.record(action, "training-session/" + session, details);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
