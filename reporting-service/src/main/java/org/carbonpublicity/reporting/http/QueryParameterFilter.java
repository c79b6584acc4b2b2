package org.carbonpublicity.reporting.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that would otherwise be ignored: those that the resource method (or a
 * bean of its parameters) does not declare, empty ones, and all but the first of several of one
 * name.
 */
@ApplicationScoped
class QueryParameterFilter {

  private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

  @ServerRequestFilter
  void filter(ResourceInfo resource, ContainerRequestContext request) {
    MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
    if (given.isEmpty()) {
      return;
    }
    Set<String> known =
        declared.computeIfAbsent(resource.getResourceMethod(), QueryParameterFilter::declaredBy);
    List<String> unknown =
        given.keySet().stream().filter(name -> !known.contains(name)).sorted().toList();
    if (!unknown.isEmpty()) {
      throw Problems.unknownQueryParameters(unknown);
    }
    given.forEach(QueryParameterFilter::checkOneValue);
  }

  private static void checkOneValue(String name, List<String> values) {
    if (values.size() != 1 || values.get(0).isEmpty() || values.get(0).indexOf('\0') >= 0) {
      throw Problems.of(
          400, "malformed-parameter", "Malformed parameter", name + " needs one value, in text.");
    }
  }

  private static Set<String> declaredBy(Method method) {
    return Arrays.stream(method.getParameters())
        .flatMap(
            parameter ->
                parameter.isAnnotationPresent(BeanParam.class)
                    ? Arrays.stream(parameter.getType().getFields())
                    : Stream.of(parameter))
        .flatMap(element -> Stream.ofNullable(element.getAnnotation(QueryParam.class)))
        .map(QueryParam::value)
        .collect(Collectors.toUnmodifiableSet());
  }
}
