package org.carbonpublicity.rating.label.rendering;

import java.util.Map;
import org.carbonpublicity.rating.label.LabelState;

/** What labels say in the two languages of the platform. */
enum Words {
  ENGLISH(
      "en",
      Map.ofEntries(
          Map.entry("title", "Carbon footprint label"),
          Map.entry("certificate", "Certificate"),
          Map.entry("class", "Class"),
          Map.entry("footprint", "Life-cycle carbon footprint"),
          Map.entry("model", "Vehicle model"),
          Map.entry("code", "Model code"),
          Map.entry("enterprise", "Enterprise"),
          Map.entry("category", "Category"),
          Map.entry("edition", "Edition"),
          Map.entry("issued", "Valid from"),
          Map.entry("until", "Valid until"),
          Map.entry("status", "Status"),
          Map.entry("reason", "Reason"),
          Map.entry("since", "since"),
          Map.entry("signature", "Signature"),
          Map.entry("genuine", "genuine: signed by the platform and unchanged"),
          Map.entry("forged", "NOT GENUINE: the stored certificate fails verification"),
          Map.entry("top", "Top runner of its category"),
          Map.entry("checked", "As of"),
          Map.entry("offline", "Signed certificate for verification offline"),
          Map.entry("keys", "Published keys"),
          Map.entry("unknown", "There is no certificate of this number"),
          Map.entry(
              "unknownDetail",
              "Check the number on the label. A label without a certificate"
                  + " here is not one of this platform."),
          Map.entry("VALID", "valid"),
          Map.entry("SUSPENDED", "SUSPENDED"),
          Map.entry("REVOKED", "REVOKED"),
          Map.entry("EXPIRED", "EXPIRED"))),
  CHINESE(
      "zh",
      Map.ofEntries(
          Map.entry("title", "碳足迹标识"),
          Map.entry("certificate", "证书编号"),
          Map.entry("class", "等级"),
          Map.entry("footprint", "全生命周期碳足迹"),
          Map.entry("model", "车型"),
          Map.entry("code", "车型编码"),
          Map.entry("enterprise", "企业"),
          Map.entry("category", "类别"),
          Map.entry("edition", "版次"),
          Map.entry("issued", "生效日期"),
          Map.entry("until", "有效期至"),
          Map.entry("status", "状态"),
          Map.entry("reason", "原因"),
          Map.entry("since", "自"),
          Map.entry("signature", "签名"),
          Map.entry("genuine", "真实：由本平台签发，未经改动"),
          Map.entry("forged", "不真实：所存证书未通过验证"),
          Map.entry("top", "同类别领跑者"),
          Map.entry("checked", "查询时间"),
          Map.entry("offline", "可离线验证的签名证书"),
          Map.entry("keys", "公开密钥"),
          Map.entry("unknown", "没有此编号的证书"),
          Map.entry("unknownDetail", "请核对标识上的编号。此处查不到证书的标识，不是本平台的标识。"),
          Map.entry("VALID", "有效"),
          Map.entry("SUSPENDED", "已暂停"),
          Map.entry("REVOKED", "已撤销"),
          Map.entry("EXPIRED", "已过期")));

  private final String code;
  private final Map<String, String> texts;

  Words(String code, Map<String, String> texts) {
    this.code = code;
    this.texts = texts;
  }

  /** ISO 639-1. */
  String code() {
    return code;
  }

  /** A text, escaped for markup. */
  String get(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key);
    }
    return Markup.escape(text);
  }

  String status(LabelState state) {
    return get(state.name());
  }
}
