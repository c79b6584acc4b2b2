package org.carbonpublicity.reporting.opendata;

/** Forms in which the models of an edition can be downloaded. */
public enum FileFormat {
  CSV("models-csv", "models.csv", "csv", "text/csv"),
  JSON_LINES("models-jsonl", "models.jsonl", "jsonl", "application/jsonl");

  private final String resourceName;
  private final String fileName;
  private final String format;
  private final String mediaType;

  FileFormat(String resourceName, String fileName, String format, String mediaType) {
    this.resourceName = resourceName;
    this.fileName = fileName;
    this.format = format;
    this.mediaType = mediaType;
  }

  /** What the data package calls it. */
  public String resourceName() {
    return resourceName;
  }

  public String fileName() {
    return fileName;
  }

  /** Usual extension of such files. */
  public String format() {
    return format;
  }

  public String mediaType() {
    return mediaType;
  }
}
