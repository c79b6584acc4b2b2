package org.carbonpublicity.assessment.guideline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.carbonpublicity.assessment.scoring.StarRule;
import org.carbonpublicity.assessment.scoring.StarTable;
import org.jspecify.annotations.Nullable;

/** A guideline as somebody wrote it, with everything that can be wrong with it. */
public record GuidelineDraft(
    @Nullable String title,
    @Nullable String titleZh,
    @Nullable String note,
    @Nullable String noteZh,
    @Nullable String replaces,
    @Nullable List<@Nullable DimensionDraft> dimensions,
    @Nullable List<@Nullable StarRuleDraft> starRules) {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_ITEMS = 200;
  private static final int MOST_STARS = 5;

  /** A dimension as somebody wrote it. */
  public record DimensionDraft(
      @Nullable String code,
      @Nullable String title,
      @Nullable String titleZh,
      @Nullable List<@Nullable ItemDraft> items) {}

  /** An item as somebody wrote it. */
  public record ItemDraft(
      @Nullable String code,
      @Nullable Boolean mandatory,
      @Nullable String text,
      @Nullable String textZh,
      @Nullable BigDecimal points,
      @Nullable Boolean evidenceRequired,
      @Nullable QuestionDraft question) {}

  /** A question as somebody wrote it. */
  public record QuestionDraft(
      Question.@Nullable Kind kind,
      @Nullable String unit,
      @Nullable BigDecimal atLeast,
      @Nullable BigDecimal atMost,
      @Nullable String notBefore,
      @Nullable String notAfter,
      @Nullable List<@Nullable ChoiceDraft> choices) {}

  /** A choice as somebody wrote it. */
  public record ChoiceDraft(
      @Nullable String code,
      @Nullable String text,
      @Nullable String textZh,
      @Nullable Boolean meets) {}

  /** A row of the table of stars as somebody wrote it. */
  public record StarRuleDraft(
      @Nullable Integer stars,
      @Nullable BigDecimal scoreFloor,
      @Nullable BigDecimal mandatoryRatioFloorPercent) {}

  /** One thing that is wrong. */
  public record Violation(String field, String code, String message) {}

  /** Whether a text can be the id of a guideline. */
  public static boolean isId(String id) {
    return CODE.matcher(id).matches();
  }

  /**
   * The guideline, if nothing is wrong with it.
   *
   * @throws InvalidGuidelineException naming everything that is
   */
  public Guideline check(String id) {
    return new Checked(id).guideline();
  }

  /** Collects what is wrong on the way to the guideline. */
  private final class Checked {

    private final String id;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> dimensionCodes = new HashSet<>();
    private final Set<String> itemCodes = new HashSet<>();
    private boolean mandatory;

    Checked(String id) {
      this.id = id;
    }

    Guideline guideline() {
      if (replaces != null && !isId(replaces)) {
        add("replaces", "invalid", "the id of a guideline");
      }
      String checkedTitle = text("title", title);
      String checkedTitleZh = text("titleZh", titleZh);
      List<Dimension> checkedDimensions = dimensions();
      List<StarRule> rules = starRules();
      if (itemCodes.size() > MOST_ITEMS) {
        add("dimensions", "too-many", "a guideline has at most " + MOST_ITEMS + " items");
      }
      if (!mandatory) {
        add("dimensions", "no-mandatory-item", "no item is mandatory: scores divide by them");
      }
      if (!violations.isEmpty()) {
        throw new InvalidGuidelineException(violations);
      }
      return new Guideline(
          id,
          checkedTitle,
          checkedTitleZh,
          note == null ? "" : text("note", note),
          noteZh == null ? "" : text("noteZh", noteZh),
          replaces,
          checkedDimensions,
          rules);
    }

    private List<Dimension> dimensions() {
      List<Dimension> checked = new ArrayList<>();
      List<@Nullable DimensionDraft> given = dimensions == null ? List.of() : dimensions;
      for (int i = 0; i < given.size(); i++) {
        String field = "dimensions[" + i + "]";
        DimensionDraft dimension = given.get(i);
        if (dimension == null) {
          add(field, "missing", "a dimension is needed");
          continue;
        }
        checked.add(
            new Dimension(
                code(field, dimension.code(), dimensionCodes),
                text(field + ".title", dimension.title()),
                text(field + ".titleZh", dimension.titleZh()),
                items(field, dimension)));
      }
      return checked;
    }

    private List<Item> items(String of, DimensionDraft dimension) {
      List<Item> checked = new ArrayList<>();
      List<@Nullable ItemDraft> given = dimension.items() == null ? List.of() : dimension.items();
      if (given.isEmpty()) {
        add(of + ".items", "missing", "a dimension has items");
      }
      for (int i = 0; i < given.size(); i++) {
        String field = of + ".items[" + i + "]";
        ItemDraft item = given.get(i);
        if (item == null) {
          add(field, "missing", "an item is needed");
          continue;
        }
        if (item.mandatory() == null) {
          add(field + ".mandatory", "missing", "an item is mandatory (true) or a bonus (false)");
        }
        mandatory |= Boolean.TRUE.equals(item.mandatory());
        BigDecimal points = item.points();
        if (points != null
            && (points.signum() <= 0
                || points.compareTo(BigDecimal.valueOf(1_000)) > 0
                || points.stripTrailingZeros().scale() > 6)) {
          add(field + ".points", "out-of-range", "above 0 and up to 1000, with at most 6 decimals");
        }
        checked.add(
            new Item(
                code(field, item.code(), itemCodes),
                Boolean.TRUE.equals(item.mandatory()),
                text(field + ".text", item.text()),
                text(field + ".textZh", item.textZh()),
                points,
                Boolean.TRUE.equals(item.evidenceRequired()),
                question(field + ".question", item.question())));
      }
      return checked;
    }

    private @Nullable Question question(String field, @Nullable QuestionDraft draft) {
      if (draft == null) {
        return null;
      }
      if (draft.kind() == null) {
        add(field + ".kind", "missing", "YES_NO, NUMBER, DATE or CHOICE");
        return null;
      }
      int before = violations.size();
      List<Question.Choice> choices = choices(field, draft);
      if (violations.size() > before) {
        return null;
      }
      try {
        return new Question(
            draft.kind(),
            draft.unit(),
            draft.atLeast(),
            draft.atMost(),
            draft.notBefore(),
            draft.notAfter(),
            choices);
      } catch (IllegalArgumentException e) {
        add(field, "invalid", String.valueOf(e.getMessage()));
        return null;
      }
    }

    private List<Question.Choice> choices(String of, QuestionDraft draft) {
      List<Question.Choice> checked = new ArrayList<>();
      Set<String> codes = new HashSet<>();
      List<@Nullable ChoiceDraft> given = draft.choices() == null ? List.of() : draft.choices();
      for (int i = 0; i < given.size(); i++) {
        String field = of + ".choices[" + i + "]";
        ChoiceDraft choice = given.get(i);
        if (choice == null) {
          add(field, "missing", "a choice is needed");
          continue;
        }
        checked.add(
            new Question.Choice(
                code(field, choice.code(), codes),
                text(field + ".text", choice.text()),
                text(field + ".textZh", choice.textZh()),
                Boolean.TRUE.equals(choice.meets())));
      }
      return checked;
    }

    private List<StarRule> starRules() {
      List<StarRule> checked = new ArrayList<>();
      List<@Nullable StarRuleDraft> given = starRules == null ? List.of() : starRules;
      int before = violations.size();
      for (int i = 0; i < given.size(); i++) {
        String field = "starRules[" + i + "]";
        StarRuleDraft rule = given.get(i);
        if (rule == null || rule.stars() == null || rule.stars() < 1 || rule.stars() > MOST_STARS) {
          add(field + ".stars", "out-of-range", "1 to " + MOST_STARS + " stars");
          continue;
        }
        floor(field + ".scoreFloor", rule.scoreFloor(), 1_000);
        floor(field + ".mandatoryRatioFloorPercent", rule.mandatoryRatioFloorPercent(), 100);
        checked.add(
            new StarRule(rule.stars(), rule.scoreFloor(), rule.mandatoryRatioFloorPercent()));
      }
      if (violations.size() > before) {
        return checked;
      }
      try {
        return new StarTable(checked).rules();
      } catch (IllegalArgumentException e) {
        add("starRules", "invalid", String.valueOf(e.getMessage()));
        return checked;
      }
    }

    private void floor(String field, @Nullable BigDecimal floor, int largest) {
      if (floor != null
          && (floor.signum() < 0
              || floor.compareTo(BigDecimal.valueOf(largest)) > 0
              || floor.stripTrailingZeros().scale() > 6)) {
        add(field, "out-of-range", "0 to " + largest + ", with at most 6 decimals");
      }
    }

    private String code(String field, @Nullable String code, Set<String> known) {
      if (code == null || !CODE.matcher(code).matches()) {
        add(field + ".code", "invalid", "1 to 40 letters, digits, dots, hyphens, underscores");
        return "";
      }
      if (!known.add(code)) {
        add(field + ".code", "duplicate", code + " is there twice");
      }
      return code;
    }

    private String text(String field, @Nullable String text) {
      if (text == null || text.isBlank()) {
        add(field, "missing", field + " is needed");
        return "";
      }
      if (text.length() > LONGEST_TEXT) {
        add(field, "too-long", "at most " + LONGEST_TEXT + " characters");
      }
      if (text.codePoints()
          .anyMatch(
              c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
        add(field, "control-character", "a control or half a character");
      }
      return text.strip();
    }

    private void add(String field, String code, String message) {
      violations.add(new Violation(field, code, message));
    }
  }
}
