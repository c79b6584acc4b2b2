package org.carbonpublicity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the platform answered.
 *
 * @param request method and path, for messages
 * @param body the JSON; a missing node when the answer had none
 */
public record Answer(String request, int status, JsonNode body) {

  private static final int LISTED_ERRORS = 5;

  boolean is(int expected) {
    return status == expected;
  }

  /** This, when its status is one of these; a failure with the problem's words otherwise. */
  Answer expect(int... statuses) {
    for (int expected : statuses) {
      if (status == expected) {
        return this;
      }
    }
    throw new DemoFailedException(request + " was answered by " + status + problem());
  }

  /** The rows of a list, whether it stands alone or in a page. */
  List<JsonNode> items() {
    JsonNode list = body.isArray() ? body : body.path("items");
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items;
  }

  private String problem() {
    StringBuilder text = new StringBuilder();
    for (String field : List.of("type", "title", "detail")) {
      if (body.hasNonNull(field)) {
        text.append(": ").append(body.get(field).asText());
      }
    }
    JsonNode errors = body.path("errors");
    for (int i = 0; i < Math.min(LISTED_ERRORS, errors.size()); i++) {
      text.append(System.lineSeparator()).append("    ").append(errors.get(i));
    }
    if (errors.size() > LISTED_ERRORS) {
      text.append(System.lineSeparator()).append("    and ").append(errors.size() - LISTED_ERRORS);
    }
    return text.toString();
  }
}
