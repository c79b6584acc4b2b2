package org.carbonpublicity.disclosure.notification.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.carbonpublicity.disclosure.enterprise.Enterprises;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.notification.Contact;
import org.carbonpublicity.disclosure.notification.Contacts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is written to about an enterprise: kept by its automaker, or by an analyst. */
@Path("/api/v1/enterprises/{code}/contacts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"automaker", "analyst"})
@SecurityRequirement(name = "token")
@Tag(name = "notifications")
class ContactResource {

  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
  private static final int LONGEST_ADDRESS = 200;
  private static final int MOST_CONTACTS = 20;

  private final Contacts contacts;
  private final Enterprises enterprises;
  private final Caller caller;

  ContactResource(Contacts contacts, Enterprises enterprises, Caller caller) {
    this.contacts = contacts;
    this.enterprises = enterprises;
    this.caller = caller;
  }

  @Schema(name = "ContactList")
  record ContactList(List<Contact> contacts) {}

  @Schema(name = "ContactListRequest")
  record Replacement(@Nullable List<@Nullable Given> contacts) {}

  @Schema(name = "ContactRequest")
  record Given(@Nullable String address, @Nullable String language) {}

  @GET
  @Operation(operationId = "getContacts", summary = "Who is written to about an enterprise")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ContactList.class)))
  @APIResponse(responseCode = "403", description = "The token does not speak for the enterprise")
  @APIResponse(responseCode = "404", description = "There is no such enterprise")
  public ContactList get(@PathParam("code") String code) {
    check(code);
    return new ContactList(contacts.of(code));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "replaceContacts", summary = "Replaces who is written to")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ContactList.class)))
  @APIResponse(responseCode = "403", description = "The token does not speak for the enterprise")
  @APIResponse(responseCode = "404", description = "There is no such enterprise")
  @APIResponse(responseCode = "422", description = "Addresses or languages break rules")
  public ContactList replace(@PathParam("code") String code, @Nullable Replacement request) {
    check(code);
    contacts.replace(code, checked(request));
    return new ContactList(contacts.of(code));
  }

  private static List<Contact> checked(@Nullable Replacement request) {
    FieldFaults faults = new FieldFaults();
    List<@Nullable Given> given = request == null ? null : request.contacts();
    List<Contact> checked = new ArrayList<>();
    if (given == null) {
      faults.add("contacts", "missing", "contacts are needed, if only an empty list");
    } else if (given.size() > MOST_CONTACTS) {
      faults.add("contacts", "too-many", "at most " + MOST_CONTACTS + " contacts");
    } else {
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < given.size(); i++) {
        Given one = given.get(i);
        String field = "contacts[" + i + "]";
        String address = one == null || one.address() == null ? "" : one.address().strip();
        String language = one == null || one.language() == null ? "en" : one.language();
        if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches()) {
          faults.add(field + ".address", "invalid", "a mail address");
        } else if (!seen.add(address.toLowerCase(Locale.ROOT))) {
          faults.add(field + ".address", "duplicate", "the address stands there twice");
        }
        if (!language.equals("en") && !language.equals("zh")) {
          faults.add(field + ".language", "unknown-value", "language is en or zh");
        }
        checked.add(new Contact(address, language));
      }
    }
    faults.refuse("invalid-contacts", "The contacts break rules");
    return checked;
  }

  private void check(String code) {
    if (!caller.isAnalyst() && !caller.enterprises().contains(code)) {
      throw Problems.forbidden(
          "other-enterprise", "The token does not speak for enterprise " + code);
    }
    if (enterprises.find(code).isEmpty()) {
      throw Problems.notFound("unknown-enterprise", "There is no enterprise " + code);
    }
  }
}
