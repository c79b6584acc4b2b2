package org.carbonpublicity.rating.label.credential;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.carbonpublicity.rating.label.LabelState;
import org.carbonpublicity.rating.label.persistence.CertificateNumbers;
import org.carbonpublicity.rating.label.persistence.StatusListRepository;

/**
 * The status lists (W3C Bitstring Status List v1.0). They are made of the labels as they stand when
 * they are asked for, so that a revocation is in them from its commit on.
 */
@ApplicationScoped
public class StatusLists {

  /** How long a list may be kept by who has it, in milliseconds. */
  public static final int TIME_TO_LIVE_MILLIS = 10_000;

  private final StatusListRepository repository;
  private final CredentialSigner signer;
  private final PublicAddresses addresses;
  private final Clock clock;

  StatusLists(
      StatusListRepository repository,
      CredentialSigner signer,
      PublicAddresses addresses,
      Clock clock) {
    this.repository = repository;
    this.signer = signer;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * A status list as a signed credential; empty when no certificate stands in it.
   *
   * @param number odd for a list of revocations, even for one of suspensions
   */
  @Transactional
  public Optional<String> credential(int number) {
    int pair = (number + 1) / 2;
    if (number < 1 || !repository.exists(pair)) {
      return Optional.empty();
    }
    boolean revocation = number % 2 == 1;
    LabelState state = revocation ? LabelState.REVOKED : LabelState.SUSPENDED;
    String address = addresses.statusList(number);
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.putArray("@context").add(LabelCredentials.CONTEXT);
    list.put("id", address);
    list.putArray("type").add("VerifiableCredential").add("BitstringStatusListCredential");
    LabelCredentials.issuer(list, addresses);
    list.put(
        "validFrom",
        repository
            .changedAt(pair)
            .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS))
            .toString());
    ObjectNode subject = list.putObject("credentialSubject");
    subject.put("id", address + "#list");
    subject.put("type", "BitstringStatusList");
    subject.put("statusPurpose", revocation ? "revocation" : "suspension");
    subject.put("ttl", TIME_TO_LIVE_MILLIS);
    subject.put(
        "encodedList",
        new StatusBits(CertificateNumbers.LIST_LENGTH, repository.indexes(pair, state)).encoded());
    return Optional.of(signer.sign(list));
  }
}
