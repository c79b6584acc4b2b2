package org.carbonpublicity.reporting.view.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.carbonpublicity.reporting.http.Cursor;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.http.Problems.Fault;
import org.carbonpublicity.reporting.view.Criterion;
import org.carbonpublicity.reporting.view.Facet;
import org.carbonpublicity.reporting.view.ModelOrder;
import org.carbonpublicity.reporting.view.PublishedModel;
import org.carbonpublicity.reporting.view.api.ModelsAnswer.FacetAnswer;
import org.carbonpublicity.reporting.view.persistence.ModelRepository;
import org.carbonpublicity.reporting.view.persistence.ModelRepository.Position;
import org.jspecify.annotations.Nullable;

/** Pages of models of an edition. */
@ApplicationScoped
class ModelPages {

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");

  private final ModelRepository models;

  ModelPages(ModelRepository models) {
    this.models = models;
  }

  /**
   * Where on the list a request wants to go on.
   *
   * @param limit as given; null for the default
   * @param cursor of the page before; null for the first page
   */
  record Paging(UriInfo request, @Nullable String limit, @Nullable String cursor) {

    int size() {
      return Cursor.limit(limit == null ? Cursor.DEFAULT_LIMIT : limit);
    }
  }

  /**
   * A page of the models that fulfil the criteria of a search and these ones.
   *
   * @param path of the list in this very edition: its pages stay there while editions switch
   */
  View page(
      int edition, Criteria.Search search, List<Criterion> further, Paging paging, String path) {
    List<Criterion> criteria = new ArrayList<>(further);
    criteria.addAll(search.criteria());
    int size = paging.size();
    Position after = position(paging.cursor(), edition, search.order());
    List<PublishedModel> found = models.page(edition, criteria, search.order(), after, size + 1);
    List<PublishedModel> page = found.subList(0, Math.min(size, found.size()));
    List<ModelAnswer> items = page.stream().map(ModelAnswer::of).toList();
    String next =
        found.size() > size
            ? Cursor.nextLink(
                paging.request(), path, key(edition, search.order(), page.get(size - 1)))
            : null;
    ModelsAnswer answer =
        new ModelsAnswer(
            edition,
            models.count(edition, criteria),
            items,
            search.facets().isEmpty() ? null : facets(edition, criteria, search.facets()));
    return new View(answer, ModelAnswer.class, items, next);
  }

  private Map<String, List<FacetAnswer>> facets(
      int edition, List<Criterion> criteria, List<Facet> wanted) {
    Map<String, List<FacetAnswer>> facets = new LinkedHashMap<>();
    for (Facet facet : wanted) {
      facets.put(
          facet.key(),
          models.facet(edition, criteria, facet).stream().map(FacetAnswer::of).toList());
    }
    return facets;
  }

  /** Edition, order, code and value; the value last, because a name may be any text. */
  private static String key(int edition, ModelOrder order, PublishedModel last) {
    String value =
        switch (order.by()) {
          case FOOTPRINT -> last.footprintGramsPerKm().toPlainString();
          case RATIO -> last.ratio() == null ? null : last.ratio().toPlainString();
          case NAME -> last.modelName();
          case PRICE -> last.priceCny() == null ? null : last.priceCny().toPlainString();
        };
    String head = edition + "\n" + order + "\n" + last.modelCode();
    return value == null ? head : head + "\n" + value;
  }

  private static @Nullable Position position(
      @Nullable String cursor, int edition, ModelOrder order) {
    String key = Cursor.decode(cursor);
    if (key == null) {
      return null;
    }
    String[] parts = key.split("\n", 4);
    boolean mine =
        parts.length >= 3
            && parts[0].equals(Integer.toString(edition))
            && parts[1].equals(order.toString());
    boolean readable =
        parts.length < 4 || order.by() == ModelOrder.By.NAME || DECIMAL.matcher(parts[3]).matches();
    if (!mine || !readable) {
      throw Problems.invalidParameter(
          new Fault(
              "cursor",
              "invalid",
              "a cursor goes on with the same edition and order: follow the Link header"));
    }
    return new Position(parts.length < 4 ? null : parts[3], parts[2]);
  }
}
