package org.carbonpublicity.reporting.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Takes JSON as it is: neither is 3.7 read as 3, nor is what stands behind a body ignored. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

  @Override
  public void customize(ObjectMapper json) {
    json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }
}
