package org.carbonpublicity.disclosure.notification;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be told, with its words; a name in braces stands for the parameter of that name. */
public enum NotificationKind {
  REVIEW_OPENED(
      new Words("Review opened", "Batch {batch} “{title}” is in review: {models} of your models."),
      new Words("评审已开始", "第{batch}批“{title}”已进入评审：贵企业有{models}款车型。"),
      new Words(" Answer by {deadline}.", "请于{deadline}前反馈。")),
  DEADLINE_NEAR(
      new Words(
          "Deadline near",
          "The feedback for batch {batch} “{title}” is due by {deadline}: {models} of your models are"
              + " not answered. Silence counts as agreement."),
      new Words("反馈期限临近", "第{batch}批“{title}”的反馈截止日期为{deadline}：贵企业还有{models}款车型未反馈，逾期未反馈视为同意。"),
      null),
  DEADLINE_EXTENDED(
      new Words(
          "Deadline extended", "You may answer batch {batch} “{title}” until {deadline}: {reason}"),
      new Words("反馈期限延长", "第{batch}批“{title}”的反馈期限延至{deadline}：{reason}"),
      null),
  QUESTION(
      new Words("Question", "A question about model {model} in batch {batch}: {text}"),
      new Words("问询", "关于第{batch}批车型{model}的问题：{text}"),
      null),
  RECALCULATED(
      new Words("Recalculated", "{models} of your models in batch {batch} were recalculated."),
      new Words("已重新计算", "第{batch}批中贵企业的{models}款车型已重新计算。"),
      null),
  CANCELLED(
      new Words("Cancelled", "Batch {batch} “{title}” was cancelled: {reason}"),
      new Words("已取消", "第{batch}批“{title}”已取消：{reason}"),
      null),
  PUBLISHED(
      new Words("Published", "Batch {batch} “{title}” is published: {models} of your models."),
      new Words("已发布", "第{batch}批“{title}”已发布：贵企业有{models}款车型。"),
      null);

  /** A pair: title and text of one language, or English and Chinese of an addition. */
  private record Words(String first, String second) {}

  private final Words english;
  private final Words chinese;
  private final @Nullable Words deadline;

  NotificationKind(Words english, Words chinese, @Nullable Words deadline) {
    this.english = english;
    this.chinese = chinese;
    this.deadline = deadline;
  }

  public String title(boolean inChinese) {
    return (inChinese ? chinese : english).first();
  }

  /** The text with its parameters. */
  public String text(boolean inChinese, Map<String, String> parameters) {
    String template = (inChinese ? chinese : english).second();
    if (deadline != null && parameters.containsKey("deadline")) {
      template += inChinese ? deadline.second() : deadline.first();
    }
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      text.append(template, from, open)
          .append(parameters.getOrDefault(template.substring(open + 1, close), "?"));
      from = close + 1;
    }
    return text.append(template.substring(from)).toString();
  }
}
