package org.carbonpublicity.rating.label.credential;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.carbonpublicity.rating.label.Certificate;
import org.carbonpublicity.rating.label.StatusEntry;

/** Certificates as W3C Verifiable Credentials (data model 2.0). */
@ApplicationScoped
public class LabelCredentials {

  static final String CONTEXT = "https://www.w3.org/ns/credentials/v2";

  /** What our own terms mean; they stand in each credential, so that nothing need be fetched. */
  private static final String VOCABULARY = "urn:carbonpublicity:label#";

  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

  private final CredentialSigner signer;
  private final PublicAddresses addresses;

  LabelCredentials(CredentialSigner signer, PublicAddresses addresses) {
    this.signer = signer;
    this.addresses = addresses;
  }

  /** The signed credential, compact JOSE; it is kept, for no second signature is the same. */
  public String sign(Certificate certificate) {
    return signer.sign(credential(certificate));
  }

  ObjectNode credential(Certificate certificate) {
    ObjectNode credential = NODES.objectNode();
    credential.putArray("@context").add(CONTEXT).addObject().put("@vocab", VOCABULARY);
    credential.put("id", addresses.certificate(certificate.serial()));
    credential.putArray("type").add("VerifiableCredential").add("CarbonFootprintLabel");
    issuer(credential, addresses);
    credential.put("validFrom", certificate.issuedAt().toString());
    credential.put("validUntil", certificate.validUntil().toString());
    subject(certificate, credential.putObject("credentialSubject"));
    StatusEntry entry = certificate.statusEntry();
    ArrayNode status = credential.putArray("credentialStatus");
    status(status.addObject(), "revocation", entry.revocationList(), entry.index());
    status(status.addObject(), "suspension", entry.suspensionList(), entry.index());
    return credential;
  }

  static void issuer(ObjectNode credential, PublicAddresses addresses) {
    ObjectNode issuer = credential.putObject("issuer");
    issuer.put("id", addresses.issuer());
    ArrayNode names = issuer.putArray("name");
    names.addObject().put("@value", "Carbon publicity platform").put("@language", "en");
    names.addObject().put("@value", "碳公示平台").put("@language", "zh");
  }

  private static void subject(Certificate certificate, ObjectNode subject) {
    subject.put("type", "VehicleModel");
    subject.put("serialNumber", certificate.serial().toString());
    subject.put("labelKind", certificate.kind().name());
    subject.put("modelCode", certificate.modelCode());
    subject.put("modelName", certificate.modelName());
    subject.put("brand", certificate.brand());
    subject.put("series", certificate.series());
    subject.put("enterprise", certificate.enterprise());
    subject.put("enterpriseName", certificate.enterpriseName());
    subject.put("powertrain", certificate.powertrain());
    subject.put("bodyType", certificate.bodyType());
    subject.put("segment", certificate.segment());
    subject.put("edition", certificate.edition());
    subject.put("class", certificate.ratingClass());
    ArrayNode titles = subject.putArray("classTitle");
    titles.addObject().put("@value", certificate.classTitle()).put("@language", "en");
    titles.addObject().put("@value", certificate.classTitleZh()).put("@language", "zh");
    subject.put("footprintGramsPerKm", certificate.footprintGramsPerKm());
    subject.put("footprintDisplay", certificate.footprintDisplay());
  }

  private void status(ObjectNode status, String purpose, int list, int index) {
    String address = addresses.statusList(list);
    status.put("id", address + "#" + index);
    status.put("type", "BitstringStatusListEntry");
    status.put("statusPurpose", purpose);
    // A text, as the specification has it.
    status.put("statusListIndex", Integer.toString(index));
    status.put("statusListCredential", address);
  }
}
