package org.carbonpublicity.reporting.opendata;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.carbonpublicity.reporting.opendata.persistence.ModelsFileRepository;
import org.jboss.logging.Logger;

/**
 * The files of an edition, made by the first request for any of them, once: the edition does not
 * change any more, and what was made is kept with its checksum.
 */
@ApplicationScoped
public class ModelsFiles {

  private static final Logger LOG = Logger.getLogger(ModelsFiles.class);

  private final ModelsFileRepository files;

  ModelsFiles(ModelsFileRepository files) {
    this.files = files;
  }

  /** Files of a published edition, which are made where they are missing. */
  public List<ModelsFile> of(OpenEdition edition) {
    List<ModelsFile> found = files.find(edition.number());
    return found.isEmpty() ? make(edition) : found;
  }

  /** The file of a published edition in a format. */
  public ModelsFile of(OpenEdition edition, FileFormat format) {
    return of(edition).stream()
        .filter(file -> file.format() == format)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(edition + " has no " + format));
  }

  /** One at a time, and the others wait here: not in the database, with a connection each. */
  private synchronized List<ModelsFile> make(OpenEdition edition) {
    int number = edition.number();
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              files.lock(number);
              List<ModelsFile> found = files.find(number);
              if (!found.isEmpty()) {
                return found;
              }
              List<ModelsFile> ready = files.make(number);
              for (ModelsFile file : ready) {
                check(edition, file);
              }
              return ready;
            });
  }

  private static void check(OpenEdition edition, ModelsFile file) {
    if (file.models() != edition.models()) {
      throw new IllegalStateException(
          "edition %d has %d models, but %d were rated"
              .formatted(edition.number(), file.models(), edition.models()));
    }
    LOG.infof(
        "event=open-data-file-made edition=%d format=%s models=%d bytes=%d gzipBytes=%d sha256=%s",
        file.edition(),
        file.format(),
        file.models(),
        file.bytes(),
        file.gzipBytes(),
        file.sha256());
  }
}
