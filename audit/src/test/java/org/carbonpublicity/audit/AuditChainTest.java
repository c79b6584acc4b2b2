package org.carbonpublicity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.audit.AuditChain.Anchor;
import org.carbonpublicity.audit.AuditChain.Break;
import org.carbonpublicity.audit.AuditChain.Outcome;
import org.carbonpublicity.audit.AuditEntry.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditChainTest {

  private static final int ENTRIES = 6;
  private static final Instant AT = Instant.parse("2024-09-30T12:00:00.123456789Z");

  private final List<AuditEntry> chain = chain(ENTRIES);
  private final Anchor head = new Anchor(ENTRIES, chain.get(ENTRIES - 1).hash());

  @Test
  void isIntactAsWritten() {
    Outcome outcome = verify(chain, null);

    assertThat(outcome.intact()).isTrue();
    assertThat(outcome.entries()).isEqualTo(ENTRIES);
    assertThat(outcome.end()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6})
  void showsARemovedEntry(int position) {
    chain.remove(position - 1);

    Break found = verify(chain, null).firstBreak();

    assertThat(found.position()).isEqualTo(position);
    assertThat(found.code()).isEqualTo(position == ENTRIES ? "missing-end" : "missing-entry");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"at", "actor", "action", "subject", "fileHash", "noFile", "details", "previous"})
  void showsAnAlteredEntry(String field) {
    AuditEntry old = chain.get(2);
    chain.set(2, altered(old, field));

    assertThat(verify(chain, null).firstBreak())
        .isEqualTo(new Break(3, "altered-entry", "the content does not give the entry's hash"));
  }

  @Test
  void showsAnAlteredEntryThatGotItsOwnHash() {
    chain.set(2, again(altered(chain.get(2), "actor"), 3, chain.get(1).hash()));

    assertThat(verify(chain, null).firstBreak().code()).isEqualTo("broken-link");
    assertThat(verify(chain, null).firstBreak().position()).isEqualTo(4);
  }

  @Test
  void showsAnInsertedEntry() {
    AuditEntry forged = again(chain.get(4), 3, chain.get(1).hash());
    chain.add(2, forged);

    Break found = verify(chain, null).firstBreak();

    assertThat(found.position()).isEqualTo(3);
    assertThat(found.code()).isEqualTo("misplaced-entry");
  }

  @Test
  void showsAnEntryBeyondTheEnd() {
    chain.add(again(chain.get(0), ENTRIES + 1, head.hash()));

    assertThat(verify(chain, null).firstBreak().code()).isEqualTo("beyond-end");
  }

  @Test
  void showsReorderedEntriesEvenWhenTheirPositionsWereSwapped() {
    AuditEntry third = chain.get(2);
    AuditEntry fourth = chain.get(3);
    chain.set(2, moved(fourth, 3));
    chain.set(3, moved(third, 4));

    assertThat(verify(chain, null).firstBreak().position()).isEqualTo(3);
  }

  @Test
  void showsAChainWrittenAnewToWhoeverKeptAnAnchor() {
    List<AuditEntry> forged = chain(ENTRIES);
    forged.set(1, altered(forged.get(1), "actor"));
    for (int i = 1; i < ENTRIES; i++) {
      forged.set(i, again(forged.get(i), i + 1, forged.get(i - 1).hash()));
    }
    AuditChain withoutAnchor = new AuditChain(null);
    forged.forEach(withoutAnchor::accept);

    assertThat(withoutAnchor.end(null).intact()).isTrue();
    assertThat(verify(forged, head).firstBreak().code()).isEqualTo("other-chain");
  }

  @Test
  void showsACutChainToWhoeverKeptAnAnchor() {
    AuditChain cut = new AuditChain(head);
    chain.subList(0, 4).forEach(cut::accept);

    assertThat(cut.end(new Anchor(4, chain.get(3).hash())).firstBreak().code())
        .isEqualTo("missing-end");
  }

  /** No text can move from one field to its neighbour without changing the hash. */
  @Test
  void tellsFieldsApart() {
    AuditEntry one =
        AuditEntry.chained(1, AT, "a", new Fact("bc", "d", null, "{}"), AuditEntry.ORIGIN);
    AuditEntry other =
        AuditEntry.chained(1, AT, "ab", new Fact("c", "d", null, "{}"), AuditEntry.ORIGIN);

    assertThat(one.hash()).isNotEqualTo(other.hash());
  }

  private Outcome verify(List<AuditEntry> entries, Anchor anchor) {
    AuditChain verified = new AuditChain(anchor);
    entries.forEach(verified::accept);
    return verified.end(head);
  }

  private static List<AuditEntry> chain(int entries) {
    List<AuditEntry> chain = new ArrayList<>();
    String previous = AuditEntry.ORIGIN;
    for (int n = 1; n <= entries; n++) {
      Fact fact = new Fact("batch-opened", "batch/" + n, n % 2 == 0 ? null : "ab", "{\"n\":1}");
      AuditEntry entry = AuditEntry.chained(n, AT, "analyst", fact, previous);
      chain.add(entry);
      previous = entry.hash();
    }
    return chain;
  }

  private static AuditEntry altered(AuditEntry e, String field) {
    return new AuditEntry(
        e.position(),
        field.equals("at") ? e.at().plusNanos(1_000) : e.at(),
        field.equals("actor") ? "nobody" : e.actor(),
        field.equals("action") ? "batch-changed" : e.action(),
        field.equals("subject") ? "batch/99" : e.subject(),
        field.equals("noFile") ? null : field.equals("fileHash") ? "ac" : e.fileHash(),
        field.equals("details") ? "{\"n\":2}" : e.details(),
        field.equals("previous") ? AuditEntry.ORIGIN : e.previousHash(),
        e.hash());
  }

  private static AuditEntry again(AuditEntry e, long position, String previous) {
    return AuditEntry.chained(
        position,
        e.at(),
        e.actor(),
        new Fact(e.action(), e.subject(), e.fileHash(), e.details()),
        previous);
  }

  private static AuditEntry moved(AuditEntry e, long position) {
    return new AuditEntry(
        position,
        e.at(),
        e.actor(),
        e.action(),
        e.subject(),
        e.fileHash(),
        e.details(),
        e.previousHash(),
        e.hash());
  }
}
