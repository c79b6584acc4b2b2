package org.carbonpublicity.disclosure.form;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages of faults in the language of who reads them; the code stays the same. */
public final class FaultMessages {

  private static final Pattern DETAIL =
      Pattern.compile("\\[[^\\]]*\\]|[0-9][0-9.,]* to [0-9][0-9.,]*|[0-9]+");

  /** {@code %s} is what the English message has in numbers or in brackets. */
  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry("missing-value", "必须填写;缺失不等于零"),
          Map.entry("not-a-number", "只能填写数字,小数点用“.”"),
          Map.entry("too-many-decimals", "小数最多%s位"),
          Map.entry("out-of-range", "超出范围,应为%s"),
          Map.entry("unit-slip", "超出范围,应为%s;单位可能有误"),
          Map.entry("unknown-value", "没有这个选项,可选:%s"),
          Map.entry("not-applicable", "该车型没有此项,请留空"),
          Map.entry("not-a-month", "月份格式应为YYYY-MM"),
          Map.entry("invalid-code", "编码只能由字母、数字、点、横线和下划线组成,最多64个字符,以字母或数字开头"),
          Map.entry("too-long", "最多%s个字符"),
          Map.entry("control-character", "文字中含有控制字符"),
          Map.entry("formula-in-text", "文字不能以 = + - @ 开头"),
          Map.entry("formula-cell", "单元格含有公式,请填写数值"),
          Map.entry("extra-cells", "单元格多于表头"),
          Map.entry("missing-cells", "单元格少于表头(%s)"),
          Map.entry("implausible", "整备质量与电池等部件不符,没有留给车身的质量"),
          Map.entry("duplicate-model", "第%s行已有该车型"),
          Map.entry("unknown-enterprise", "没有该编码、名称或别名的企业"),
          Map.entry("foreign-enterprise", "该行属于其他企业"),
          Map.entry("unknown-model", "本批次中没有该企业的这个车型"),
          Map.entry("contradicts-remark", "反馈意见不是“已更正”,但数据与已知的不同"),
          Map.entry("nothing-corrected", "反馈意见为“已更正”,但数据与已知的相同"),
          Map.entry("other-country-style", "国别系与该品牌登记的不同"),
          Map.entry("unknown-template", "模板版本未知,请重新下载模板"),
          Map.entry("unknown-column", "没有这个列名"),
          Map.entry("refused-column", "此表不接受该列"),
          Map.entry("duplicate-column", "该列出现了两次"),
          Map.entry("missing-column", "缺少该列"),
          Map.entry("empty-form", "文件没有任何行"),
          Map.entry("unknown-encoding", "文件编码既不是UTF-8也不是GB18030"),
          Map.entry("malformed-csv", "CSV文件在第%s行之后无法读取:引号未闭合,或行过长"),
          Map.entry("malformed-spreadsheet", "文件不是可读取的.xlsx工作簿"),
          Map.entry("document-type", "工作簿含有不允许的文档类型声明"),
          Map.entry("expands-too-much", "工作簿解压后过大"),
          Map.entry("too-many-formulas", "公式过多(%s)"),
          Map.entry("too-many-cells", "单元格过多(%s)"));

  private FaultMessages() {}

  /** Whether a code has a message in Chinese. */
  static boolean knows(String code) {
    return CHINESE.containsKey(code);
  }

  /** The fault with its message in that language. */
  public static RowFault in(Language language, RowFault fault) {
    String chinese = CHINESE.get(fault.code());
    if (language == Language.EN || chinese == null) {
      return fault;
    }
    return new RowFault(
        fault.row(),
        fault.column(),
        fault.code(),
        chinese.contains("%s") ? chinese.replace("%s", detail(fault.message())) : chinese,
        fault.value());
  }

  private static String detail(String message) {
    Matcher detail = DETAIL.matcher(message);
    if (!detail.find()) {
      return message;
    }
    String found = detail.group();
    return found.startsWith("[")
        ? found.substring(1, found.length() - 1)
        : found.replace(" to ", "–");
  }
}
