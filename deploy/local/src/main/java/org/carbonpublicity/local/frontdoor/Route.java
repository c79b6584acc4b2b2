package org.carbonpublicity.local.frontdoor;

import java.util.List;
import java.util.Optional;

/**
 * Sends every path at or below {@code prefix} to a service.
 *
 * @param prefix without a trailing slash
 * @param service the name under which the service's addresses are known to the front door
 * @param replacement what stands in the prefix's place when the service is asked; equal to the
 *     prefix where the service knows the whole path
 */
public record Route(String prefix, String service, String replacement) {

  /** The front door of the platform: DESIGN's table of paths and services. */
  public static final List<Route> PLATFORM =
      List.of(
          to("disclosure", "/api/v1/enterprises"),
          to("disclosure", "/api/v1/brands"),
          to("disclosure", "/api/v1/batches"),
          to("disclosure", "/api/v1/vehicle-models"),
          to("disclosure", "/api/v1/corrections"),
          to("disclosure", "/api/v1/withdrawals"),
          to("disclosure", "/api/v1/on-sale-changes"),
          to("disclosure", "/api/v1/renamings"),
          to("disclosure", "/api/v1/mergers"),
          to("disclosure", "/api/v1/errata"),
          to("disclosure", "/api/v1/factor-sets"),
          to("disclosure", "/api/v1/factor-set-previews"),
          to("disclosure", "/api/v1/grid-factors"),
          to("disclosure", "/api/v1/footprint-calculations"),
          to("disclosure", "/api/v1/notifications"),
          to("disclosure", "/api/v1/operations/disclosure"),
          to("rating", "/api/v1/rating-schemes"),
          to("rating", "/api/v1/scheme-simulations"),
          to("rating", "/api/v1/editions"),
          to("rating", "/api/v1/ratings"),
          to("rating", "/api/v1/labels"),
          to("rating", "/api/v1/top-runners"),
          to("rating", "/labels"),
          to("rating", "/api/v1/operations/rating"),
          to("assessment", "/api/v1/guidelines"),
          to("assessment", "/api/v1/submissions"),
          to("assessment", "/api/v1/assessments"),
          to("assessment", "/api/v1/assessment-windows"),
          to("assessment", "/api/v1/surveys"),
          to("assessment", "/api/v1/evidence"),
          to("assessment", "/api/v1/reviews"),
          to("assessment", "/api/v1/carbon-targets"),
          to("assessment", "/api/v1/training-sessions"),
          to("assessment", "/api/v1/training-certificates"),
          to("assessment", "/api/v1/operations/assessment"),
          to("reporting", "/api/v1/reports"),
          to("reporting", "/api/v1/sales"),
          to("reporting", "/api/v1/open-data"),
          to("reporting", "/api/v1/updates"),
          to("reporting", "/api/v1/operations/reporting"),
          new Route("/openapi/disclosure", "disclosure", "/q/openapi"),
          new Route("/openapi/rating", "rating", "/q/openapi"),
          new Route("/openapi/assessment", "assessment", "/q/openapi"),
          new Route("/openapi/reporting", "reporting", "/q/openapi"),
          new Route("/identity", "identity", ""));

  private static Route to(String service, String prefix) {
    return new Route(prefix, service, prefix);
  }

  /** Whole segments only: {@code /api/v1/batchesX} is not below {@code /api/v1/batches}. */
  boolean matches(String path) {
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
  }

  /** The request target as the service knows it; the query stays as it is. */
  String rewrite(String pathAndQuery) {
    String rewritten = replacement + pathAndQuery.substring(prefix.length());
    return rewritten.startsWith("/") ? rewritten : "/" + rewritten;
  }

  static Optional<Route> find(List<Route> routes, String path) {
    return routes.stream().filter(route -> route.matches(path)).findFirst();
  }
}
