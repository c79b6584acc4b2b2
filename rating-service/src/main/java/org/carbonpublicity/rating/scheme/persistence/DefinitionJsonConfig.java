package org.carbonpublicity.rating.scheme.persistence;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;

/** JSON in columns has a mapper of its own: what HTTP looks like must not change what is kept. */
@JsonFormat
@PersistenceUnitExtension
class DefinitionJsonConfig implements FormatMapper {

  private final FormatMapper mapper = new JacksonJsonFormatMapper(JsonMapper.builder().build());

  @Override
  public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
    return mapper.fromString(text, type, options);
  }

  @Override
  public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
    return mapper.toString(value, type, options);
  }
}
