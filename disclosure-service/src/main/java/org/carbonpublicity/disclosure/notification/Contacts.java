package org.carbonpublicity.disclosure.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.notification.persistence.MailRepository;

/** Keeps who is written to about an enterprise. */
@ApplicationScoped
public class Contacts {

  private final MailRepository repository;
  private final Audit audit;

  Contacts(MailRepository repository, Audit audit) {
    this.repository = repository;
    this.audit = audit;
  }

  public List<Contact> of(String enterprise) {
    return repository.contacts(enterprise);
  }

  /** Replaces all contacts of an enterprise that exists; mails that wait already are still sent. */
  @Transactional
  public void replace(String enterprise, List<Contact> contacts) {
    repository.replaceContacts(enterprise, contacts);
    // How many, not who: an audit trail is for ever, an address is not.
    audit.record(
        "contacts-changed", "enterprise/" + enterprise, Map.of("contacts", contacts.size()));
  }
}
