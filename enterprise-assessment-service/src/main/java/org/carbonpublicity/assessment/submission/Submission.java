package org.carbonpublicity.assessment.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers of an enterprise to all items of a guideline.
 *
 * @param window in which they came; absent where the guideline is answered without windows
 * @param late whether they came after the deadline of the window
 */
public record Submission(
    UUID id,
    String guideline,
    String enterprise,
    String enterpriseName,
    List<Answer> answers,
    SubmissionState state,
    Instant submittedAt,
    String submittedBy,
    @Nullable UUID supersededBy,
    @Nullable String window,
    boolean late) {

  /** Codes of the items answered with yes. */
  public Set<String> itemsMet() {
    return answers.stream().filter(Answer::met).map(Answer::item).collect(Collectors.toSet());
  }

  /**
   * SHA-256 of the answers, hexadecimal: of a line per answer in the order of the guideline that
   * says item, met, number, date, choice, evidence, comment and files, separated by tabs.
   */
  public String answersSha256() {
    StringBuilder text = new StringBuilder();
    for (Answer answer : answers) {
      text.append(
          String.join(
              "\t",
              answer.item(),
              Boolean.toString(answer.met()),
              answer.number() == null ? "" : answer.number().stripTrailingZeros().toPlainString(),
              Objects.toString(answer.date(), ""),
              Objects.toString(answer.choice(), ""),
              Objects.toString(answer.evidence(), ""),
              Objects.toString(answer.comment(), ""),
              answer.files().toString()));
      text.append('\n');
    }
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
