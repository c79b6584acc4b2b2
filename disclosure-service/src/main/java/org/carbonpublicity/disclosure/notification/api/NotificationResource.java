package org.carbonpublicity.disclosure.notification.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.form.Language;
import org.carbonpublicity.disclosure.form.api.Upload;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.Cursor;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.http.Problems.Fault;
import org.carbonpublicity.disclosure.notification.Notification;
import org.carbonpublicity.disclosure.notification.NotificationKind;
import org.carbonpublicity.disclosure.notification.Notifications;
import org.carbonpublicity.disclosure.notification.persistence.NotificationRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an automaker must know about its own enterprises, in English or Chinese. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("automaker")
@SecurityRequirement(name = "token")
@Tag(name = "notifications")
class NotificationResource {

  private final NotificationRepository repository;
  private final Notifications notifications;
  private final Caller caller;

  NotificationResource(
      NotificationRepository repository, Notifications notifications, Caller caller) {
    this.repository = repository;
    this.notifications = notifications;
    this.caller = caller;
  }

  @Schema(name = "NotificationPage")
  record NotificationPage(List<Shown> items, long unread) {}

  /** A notification as it is answered, in one language. */
  @Schema(name = "Notification")
  record Shown(
      long id,
      String enterprise,
      NotificationKind kind,
      int batch,
      String title,
      String text,
      Map<String, String> parameters,
      Instant at,
      @Nullable Instant readAt) {}

  @GET
  @Operation(
      operationId = "listNotifications",
      summary = "What the caller's enterprises must know, the newest first")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NotificationPage.class)))
  public Response list(
      @QueryParam("unread") @Nullable String unread,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    List<Notification> found =
        repository.list(
            caller.enterprises(), Upload.flag("unread", unread), before(cursor), size + 1);
    List<Notification> page = found.subList(0, Math.min(size, found.size()));
    boolean chinese = inChinese(headers);
    Response.ResponseBuilder answer =
        Response.ok(
                new NotificationPage(
                    page.stream().map(one -> shown(one, chinese)).toList(),
                    repository.unread(caller.enterprises())))
            .header(HttpHeaders.CONTENT_LANGUAGE, chinese ? "zh" : "en")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    if (found.size() > size) {
      answer.header(
          HttpHeaders.LINK,
          Cursor.nextLink(uri, uri.getPath(), String.valueOf(page.get(size - 1).id())));
    }
    return answer.build();
  }

  @POST
  @Path("/{id}/read")
  @Operation(operationId = "readNotification", summary = "Marks a notification as read")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Shown.class)))
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller")
  public Response read(@PathParam("id") String id, @Context HttpHeaders headers) {
    boolean chinese = inChinese(headers);
    return notifications
        .read(number(id), caller.enterprises(), caller.actor())
        .map(
            one ->
                Response.ok(shown(one, chinese))
                    .header(HttpHeaders.CONTENT_LANGUAGE, chinese ? "zh" : "en")
                    .build())
        .orElseThrow(() -> unknown(id));
  }

  private static Shown shown(Notification one, boolean chinese) {
    return new Shown(
        one.id(),
        one.enterprise(),
        one.kind(),
        one.batch(),
        one.kind().title(chinese),
        one.kind().text(chinese, one.parameters()),
        one.parameters(),
        one.at(),
        one.readAt());
  }

  private static boolean inChinese(HttpHeaders headers) {
    return Language.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)) == Language.ZH;
  }

  private static long before(@Nullable String cursor) {
    String key = Cursor.decode(cursor);
    try {
      return key == null ? Long.MAX_VALUE : Long.parseLong(key);
    } catch (NumberFormatException e) {
      throw Problems.invalidParameter(
          new Fault("cursor", "invalid", "take the cursor from the Link header"));
    }
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw unknown(id);
    }
  }

  private static RuntimeException unknown(String id) {
    return Problems.notFound("unknown-notification", "There is no notification " + id);
  }
}
