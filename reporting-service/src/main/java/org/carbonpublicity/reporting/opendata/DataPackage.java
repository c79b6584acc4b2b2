package org.carbonpublicity.reporting.opendata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carbonpublicity.reporting.report.ClassDistribution.By;
import org.carbonpublicity.reporting.report.Form;
import org.carbonpublicity.reporting.report.Forms;
import org.carbonpublicity.reporting.report.Text;

/**
 * Describes the open data of an edition as a Frictionless Data Package (version 1 of the
 * specification). What that has no name for, Chinese texts and units, stands in properties of its
 * own beside the others: {@code titleZh}, {@code descriptionZh}, {@code unit}, {@code asOf}.
 */
public final class DataPackage {

  private static final int FIRST_PUBLIC_TABLE = 3;
  private static final int LAST_TABLE = 12;
  private static final int LAST_FIGURE = 15;

  private static final Text MODELS = new Text("Models", "车型");

  /**
   * Under what licence data is given.
   *
   * @param name of Open Definition's list, such as CC-BY-4.0
   * @param path where its text is
   */
  public record Licence(String name, String title, String path) {}

  private final OpenEdition edition;
  private final String publicUrl;
  private final Licence licence;

  /**
   * Begins a description.
   *
   * @param publicUrl where the platform is, without a trailing slash
   */
  public DataPackage(OpenEdition edition, String publicUrl, Licence licence) {
    this.edition = edition;
    this.publicUrl = publicUrl;
    this.licence = licence;
  }

  /**
   * The descriptor as JSON's maps and lists.
   *
   * @param files of the edition
   * @param documents that the edition has, as name/variant
   * @param groups of figures 2 to 11, in their order
   */
  public Map<String, Object> describe(
      List<ModelsFile> files, Set<String> documents, List<String> groups) {
    int number = edition.number();
    Map<String, Object> descriptor = new LinkedHashMap<>();
    descriptor.put("profile", "data-package");
    descriptor.put("name", "carbon-publicity-edition-" + number);
    descriptor.put("id", address("open-data/editions/" + number + "/datapackage.json"));
    put(
        descriptor,
        new Text(
            "Carbon footprints of passenger cars, edition " + number,
            "乘用车碳足迹公示数据（第" + number + "期）"),
        new Text(
            "Life-cycle carbon footprints (gCO2e/km) and class labels of all published models, with"
                + " the tables and figures made of them. Missing is empty, and never zero.",
            "全部已公示车型的生命周期碳足迹（gCO2e/km）与等级，以及由其汇总的表和图。缺失值为空，不代表零。"));
    descriptor.put("version", Integer.toString(number));
    descriptor.put("edition", number);
    descriptor.put("asOf", edition.asOf().toString());
    descriptor.put("created", edition.completedAt().toString());
    descriptor.put(
        "licenses",
        List.of(Map.of("name", licence.name(), "title", licence.title(), "path", licence.path())));
    descriptor.put(
        "sources",
        List.of(
            Map.of(
                "title",
                "Footprints published in disclosure batches, and their rating in edition " + number,
                "titleZh",
                "各批次公示的碳足迹及第" + number + "期评级结果",
                "path",
                address("editions/" + number))));
    List<Object> resources = new ArrayList<>();
    files.forEach(file -> resources.add(file(file)));
    documents(documents, groups).forEach((path, form) -> resources.add(document(path, form)));
    descriptor.put("resources", resources);
    return descriptor;
  }

  private static Map<String, Object> file(ModelsFile file) {
    FileFormat format = file.format();
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("profile", "tabular-data-resource");
    resource.put("name", format.resourceName());
    // Beside the descriptor, so that a downloaded package holds together.
    resource.put("path", format.fileName());
    put(
        resource,
        MODELS,
        new Text("One row for each published model, by code", "每个已公示车型一行，按车型代码排序"));
    resource.put("format", format.format());
    resource.put("mediatype", format.mediaType());
    resource.put("encoding", "utf-8");
    resource.put("bytes", file.bytes());
    resource.put("hash", "sha256:" + file.sha256());
    resource.put("rows", file.models());
    if (format == FileFormat.CSV) {
      resource.put(
          "dialect", Map.of("delimiter", ",", "lineTerminator", "\r\n", "quoteChar", "\""));
    }
    resource.put("schema", schema());
    return resource;
  }

  private static Map<String, Object> schema() {
    List<Map<String, Object>> fields = new ArrayList<>();
    for (ModelField field : ModelField.values()) {
      Map<String, Object> described = new LinkedHashMap<>();
      described.put("name", field.key());
      described.put("type", field.type().schemaName());
      String unit = field.unit();
      if (unit != null) {
        described.put("unit", unit);
      }
      put(described, field.title(), field.description());
      if (field.type() == ModelField.Type.BOOLEAN) {
        described.put("trueValues", List.of("true"));
        described.put("falseValues", List.of("false"));
      }
      described.put("constraints", Map.of("required", field.required()));
      fields.add(described);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("fields", fields);
    schema.put("missingValues", List.of(""));
    schema.put("primaryKey", List.of(ModelField.EDITION.key(), ModelField.MODEL_CODE.key()));
    return schema;
  }

  /** Public tables and figures that the edition has, by their path. */
  private static Map<String, Form> documents(Set<String> present, List<String> groups) {
    Map<String, Form> found = new LinkedHashMap<>();
    for (int n = FIRST_PUBLIC_TABLE; n <= LAST_TABLE; n++) {
      String path = "tables/" + n;
      Forms.table(n)
          .filter(form -> present.contains(form.name() + "/"))
          .ifPresent(form -> found.put(path, form));
    }
    for (int n = 1; n <= LAST_FIGURE; n++) {
      figure(n, present, groups, found);
    }
    return found;
  }

  private static void figure(
      int number, Set<String> present, List<String> groups, Map<String, Form> found) {
    Optional<Form> single = Forms.figure(number);
    if (number >= Forms.FIRST_GROUP_FIGURE && number <= Forms.LAST_GROUP_FIGURE) {
      String group = groups.get(number - Forms.FIRST_GROUP_FIGURE);
      Form form = Forms.groupFigure(number, group);
      if (present.contains(form.name() + "/" + By.ENTERPRISE.within(group))) {
        found.put("figures/" + number, form);
      }
    } else if (single.isPresent() && present.contains(single.get().name() + "/")) {
      found.put("figures/" + number, single.get());
    }
  }

  private Map<String, Object> document(String path, Form form) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("profile", "data-resource");
    resource.put("name", path.replace("tables/", "table-").replace("figures/", "figure-"));
    resource.put("path", address("reports/" + edition.number() + "/" + path));
    resource.put("title", form.title().english());
    resource.put("titleZh", form.title().chinese());
    resource.put("format", "json");
    resource.put("mediatype", "application/json");
    resource.put("encoding", "utf-8");
    String unit = form.unit();
    if (unit != null) {
      resource.put("unit", unit);
    }
    resource.put("columns", form.columns().stream().map(DataPackage::column).toList());
    return resource;
  }

  private static Map<String, Object> column(Form.Column column) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", column.key());
    described.put("title", column.title().english());
    described.put("titleZh", column.title().chinese());
    String unit = column.unit();
    if (unit != null) {
      described.put("unit", unit);
    }
    return described;
  }

  private static void put(Map<String, Object> target, Text title, Text description) {
    target.put("title", title.english());
    target.put("titleZh", title.chinese());
    target.put("description", description.english());
    target.put("descriptionZh", description.chinese());
  }

  private String address(String path) {
    return publicUrl + "/api/v1/" + path;
  }
}
