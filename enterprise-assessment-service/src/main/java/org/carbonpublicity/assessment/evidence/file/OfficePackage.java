package org.carbonpublicity.assessment.evidence.file;

import static org.carbonpublicity.assessment.evidence.file.UnacceptableFileException.damaged;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.carbonpublicity.assessment.evidence.file.ZipEntries.Entry;

/**
 * A document of Office from 2007 on: a ZIP of parts (ECMA-376 part 2), told apart by the content
 * type of its main part.
 */
final class OfficePackage {

  private static final String TYPES = "[content_types].xml";
  private static final int LONGEST_PART = 4 * 1024 * 1024;

  private static final String PREFIX = "application/vnd.openxmlformats-officedocument.";
  private static final Map<String, FileType> MAIN =
      Map.of(
          PREFIX + "wordprocessingml.document.main+xml", FileType.DOCX,
          PREFIX + "spreadsheetml.sheet.main+xml", FileType.XLSX,
          PREFIX + "presentationml.presentation.main+xml", FileType.PPTX);

  /** In content types and in relationships: macros of Visual Basic and of Excel 4, add-ins. */
  private static final List<String> MACROS =
      List.of("vbaproject", "macroenabled", "macrosheet", "vbadata", "xlmacrosheet");

  private OfficePackage() {}

  static FileType check(FileBytes bytes) {
    ZipEntries archive = ZipEntries.read(bytes);
    List<FileType> found = new ArrayList<>();
    for (Entry entry : archive.all()) {
      String name = entry.name().toLowerCase(Locale.ROOT);
      if (name.endsWith("vbaproject.bin")) {
        throw macros();
      }
      if (name.equals(TYPES) || name.endsWith(".rels")) {
        for (String value : types(archive.read(entry, LONGEST_PART), entry.name())) {
          if (MACROS.stream().anyMatch(value.toLowerCase(Locale.ROOT)::contains)) {
            throw macros();
          }
          FileType type = name.equals(TYPES) ? MAIN.get(value) : null;
          if (type != null) {
            found.add(type);
          }
        }
      }
    }
    if (found.size() != 1) {
      throw new UnacceptableFileException(
          "unsupported-type", "the content is none of " + FileType.names());
    }
    return found.get(0);
  }

  private static UnacceptableFileException macros() {
    return new UnacceptableFileException("macros", "documents with macros are not taken");
  }

  /** What a part says of the kinds of others: of content in general, of relationships. */
  private static List<String> types(byte[] part, String name) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    List<String> values = new ArrayList<>();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(part));
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw damaged(name + " declares a document type");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i);
            if (attribute.equals("ContentType") || attribute.equals("Type")) {
              values.add(reader.getAttributeValue(i));
            }
          }
        }
      }
      return values;
    } catch (XMLStreamException e) {
      throw damaged(name + " is no XML");
    }
  }
}
