package org.carbonpublicity.assessment.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the resource does not know, that are repeated, or that carry what
 * no text column takes: a filter is never silently ignored.
 */
@ApplicationScoped
class RequestFilter {

  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @ServerRequestFilter
  public void filter(ContainerRequestContext request, ResourceInfo resource) {
    Method method = resource.getResourceMethod();
    if (method == null) {
      return;
    }
    request
        .getUriInfo()
        .getPathParameters()
        .forEach((name, values) -> values.forEach(value -> refuseNul(name, value)));
    MultivaluedMap<String, String> parameters = request.getUriInfo().getQueryParameters();
    if (parameters.isEmpty()) {
      return;
    }
    Set<String> names = known.computeIfAbsent(method, RequestFilter::queryParameters);
    List<Fault> faults = new ArrayList<>();
    parameters.forEach(
        (name, values) -> {
          if (!names.contains(name)) {
            faults.add(
                new Fault(
                    name.length() > 60 ? name.substring(0, 60) + "…" : name,
                    "unknown",
                    names.isEmpty()
                        ? "this resource takes no query parameters"
                        : "known are " + String.join(", ", names)));
          } else if (values.size() > 1) {
            throw Problems.invalidParameter(new Fault(name, "repeated", name + " is given twice"));
          } else if (values.contains("")) {
            // The framework would take it for a parameter that is not given: a filter ignored.
            throw Problems.invalidParameter(new Fault(name, "empty", name + " is empty"));
          }
          values.forEach(value -> refuseNul(name, value));
        });
    if (!faults.isEmpty()) {
      throw Problems.unknownQueryParameters(faults);
    }
  }

  private static void refuseNul(String name, String value) {
    if (value.indexOf('\0') >= 0) {
      throw Problems.invalidParameter(
          new Fault(name, "invalid-character", name + " contains a NUL character"));
    }
  }

  private static Set<String> queryParameters(Method method) {
    Set<String> names = new TreeSet<>();
    for (var parameter : method.getParameters()) {
      QueryParam annotation = parameter.getAnnotation(QueryParam.class);
      if (annotation != null) {
        names.add(annotation.value());
      }
      // Parameters grouped in a bean stand on its fields.
      for (var field : parameter.getType().getDeclaredFields()) {
        QueryParam grouped = field.getAnnotation(QueryParam.class);
        if (grouped != null) {
          names.add(grouped.value());
        }
      }
    }
    return names;
  }
}
