package org.carbonpublicity.rating.improvement.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carbonpublicity.rating.improvement.DisclosureUnavailableException;
import org.carbonpublicity.rating.improvement.PublishedVehicle;
import org.carbonpublicity.rating.improvement.VehicleInput;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads a published footprint's inputs and calculates others, in the name of whoever asks: this
 * service has no rights of its own there. Every method throws {@link
 * DisclosureUnavailableException} when there is no sensible answer in time.
 */
@ApplicationScoped
public class DisclosureClient {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  DisclosureClient(
      @ConfigProperty(name = "rating.disclosure.url", defaultValue = "http://localhost:8081")
          URI base) {
    this.base = base;
  }

  /** The inputs of a revision; empty when the caller may not see it. */
  public Optional<PublishedVehicle> vehicle(String modelCode, int revision, String authorization) {
    HttpResponse<String> answer =
        send(
            request(
                    "/api/v1/vehicle-models/%s/footprints/%d"
                        .formatted(segment(modelCode), revision),
                    authorization)
                .GET());
    if (answer.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    JsonNode footprint = body(answer);
    Map<VehicleInput, BigDecimal> inputs = new EnumMap<>(VehicleInput.class);
    for (VehicleInput input : VehicleInput.values()) {
      BigDecimal value = number(footprint, input.key());
      if (value != null) {
        inputs.put(input, value);
      }
    }
    return Optional.of(
        new PublishedVehicle(
            footprint.path("powertrain").asText(),
            number(footprint, "curbMassKg"),
            inputs,
            text(footprint, "batteryChemistry"),
            text(footprint, "factorSet")));
  }

  /** The footprint of a vehicle in gCO2e/km; null when there can be no such vehicle. */
  public @Nullable BigDecimal gramsPerKm(PublishedVehicle vehicle, String authorization) {
    ObjectNode question = JSON.createObjectNode();
    question.put("powertrain", vehicle.powertrain());
    question.put("curbMassKg", vehicle.curbMassKg());
    vehicle.inputs().forEach((input, value) -> question.put(input.key(), value));
    question.put("batteryChemistry", vehicle.batteryChemistry());
    question.put("factorSet", vehicle.factorSet());
    HttpResponse<String> answer =
        send(
            request("/api/v1/footprint-calculations", authorization)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question.toString())));
    return answer.statusCode() == UNPROCESSABLE ? null : number(body(answer), "gramsPerKm");
  }

  /** Mass of a battery per capacity, as the vehicle's factor set has it; null when it does not. */
  public @Nullable BigDecimal batteryKgPerKwh(PublishedVehicle vehicle, String authorization) {
    String set = Objects.requireNonNull(vehicle.factorSet());
    HttpResponse<String> answer =
        send(request("/api/v1/factor-sets/" + segment(set), authorization).GET());
    if (answer.statusCode() == NOT_FOUND) {
      return null;
    }
    String chemistry = vehicle.batteryChemistry();
    String name = "batteryMass." + (chemistry == null ? "UNKNOWN" : chemistry);
    for (JsonNode factor : body(answer).path("factors")) {
      if (factor.path("name").asText().equals(name)) {
        return number(factor, "value");
      }
    }
    return null;
  }

  private HttpRequest.Builder request(String path, String authorization) {
    String root = base.toString();
    return HttpRequest.newBuilder(
            URI.create(
                root.endsWith("/") ? root.substring(0, root.length() - 1) + path : root + path))
        .timeout(ANSWER)
        .header("Accept", "application/json")
        .header("Authorization", authorization);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new DisclosureUnavailableException("disclosure does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DisclosureUnavailableException("stopped while waiting for disclosure", e);
    }
  }

  private static JsonNode body(HttpResponse<String> answer) {
    if (answer.statusCode() != OK) {
      throw new DisclosureUnavailableException(
          "disclosure answers with status " + answer.statusCode(), null);
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new DisclosureUnavailableException("disclosure's answer cannot be read", e);
    }
  }

  private static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static @Nullable BigDecimal number(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value.decimalValue();
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value.asText();
  }
}
