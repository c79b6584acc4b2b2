package org.carbonpublicity.disclosure.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.carbonpublicity.disclosure.fixture.FaultCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultMessagesTest {

  @Test
  void existInChineseForEveryCodeOfAFeedbackForm() {
    Set<String> codes = FaultCodes.ofFeedback();

    assertThat(codes)
        .contains("missing-value", "nothing-corrected", "unknown-model", "malformed-csv")
        .hasSizeGreaterThan(20);
    assertThat(codes).allSatisfy(code -> assertThat(FaultMessages.knows(code)).as(code).isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "out-of-range|300 to 6000|超出范围,应为300–6000",
        "unit-slip|300 to 6000; is it given in t?|超出范围,应为300–6000;单位可能有误",
        "unknown-value|one of [A, B]|没有这个选项,可选:A, B",
        "too-many-decimals|at most 6 decimals|小数最多6位",
        "duplicate-model|row 17 holds this model already|第17行已有该车型",
        "unheard-of|says something|says something"
      })
  void takeNumbersAndListsOver(String code, String english, String chinese) {
    RowFault fault = new RowFault(3, "curb_mass_kg", code, english, "x");

    assertThat(FaultMessages.in(Language.ZH, fault).message()).isEqualTo(chinese);
    assertThat(FaultMessages.in(Language.EN, fault)).isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN,zh;q=0.9,en;q=0.8|ZH",
        "en;q=0.5, zh;q=0.9|ZH",
        "en-GB|EN",
        "fr, zh;q=0.1|ZH",
        "zh;q=0|EN",
        "*|EN",
        ";;;|EN"
      })
  void areInTheLanguageThatAHeaderPrefers(String header, Language language) {
    assertThat(Language.accepted(header)).isEqualTo(language);
  }
}
