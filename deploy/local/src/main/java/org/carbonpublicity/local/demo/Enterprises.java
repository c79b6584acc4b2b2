package org.carbonpublicity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Enterprises as the platform knows them: the files name them, the APIs want their codes. */
final class Enterprises {

  private final ApiClient api;
  private final Map<String, String> codes = new ConcurrentHashMap<>();

  Enterprises(ApiClient api) {
    this.api = api;
  }

  /** Registers an enterprise unless it is known; true when it was new. */
  boolean register(String name) {
    if (find(name).isPresent()) {
      return false;
    }
    api.create("analyst", "/api/v1/enterprises", "demo-enterprise-" + name, Map.of("name", name))
        .expect(201, 200);
    return true;
  }

  /**
   * @throws DemoFailedException when the platform knows no enterprise of that name or alias
   */
  String code(String name) {
    return codes.computeIfAbsent(
        name,
        wanted ->
            find(wanted)
                .map(found -> found.path("code").asText())
                .orElseThrow(
                    () -> new DemoFailedException("the platform knows no enterprise " + wanted)));
  }

  private Optional<JsonNode> find(String name) {
    List<JsonNode> found =
        api.get(ApiClient.PUBLIC, "/api/v1/enterprises?name=" + ApiClient.encode(name))
            .expect(200)
            .items();
    return found.stream().findFirst();
  }
}
