package org.carbonpublicity.disclosure.form;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.carbonpublicity.disclosure.form.InvalidFormException.Kind;

/**
 * Looks through a workbook before it is read: how much it unpacks to, document types and entities,
 * cells far outside a sheet. Nothing of it is kept in memory.
 */
final class SpreadsheetSafety {

  private static final long LARGEST_PART = 512L * 1024 * 1024;
  private static final long LARGEST_WHOLE = 1024L * 1024 * 1024;

  /** Shared texts are held in memory by the reader. */
  private static final long LARGEST_TEXTS = 48L * 1024 * 1024;

  /** Real sheets pack to a tenth or twentieth; judged once enough has come out. */
  private static final long LARGEST_RATIO = 100;

  private static final long JUDGED_FROM = 8L * 1024 * 1024;

  private static final int MOST_PARTS = 1_000;

  /** A cell holds 32,767 characters at most. */
  private static final int LONGEST_TEXT = 32_767;

  private static final int LONGEST_COLUMN = 3;

  private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
  private long unpacked;
  private long packed;

  SpreadsheetSafety() {
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    xml.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
  }

  /**
   * @throws InvalidFormException when the file must not be read
   */
  void check(Path file) throws IOException {
    int parts = 0;
    packed = Files.size(file);
    // By the archive's directory: what is read in sequence may hide sizes behind each part.
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (++parts > MOST_PARTS) {
          throw tooLarge("the workbook has more than " + MOST_PARTS + " parts");
        }
        try (InputStream part = zip.getInputStream(entry)) {
          check(entry.getName().toLowerCase(Locale.ROOT), part);
        }
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw malformed("the file is not a zip archive");
    }
    if (parts == 0) {
      throw malformed("the file is not a zip archive");
    }
  }

  private void check(String name, InputStream zip) throws IOException {
    boolean texts = name.endsWith("sharedstrings.xml");
    Counting part = new Counting(zip, texts ? LARGEST_TEXTS : LARGEST_PART);
    if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
      try {
        checkXml(part, name.startsWith("xl/worksheets/"));
      } catch (XMLStreamException e) {
        if (e.getNestedException() instanceof InvalidFormException refused) {
          throw refused;
        }
        throw malformed("a part of the workbook is not well-formed");
      }
    }
    part.transferTo(java.io.OutputStream.nullOutputStream());
  }

  private void checkXml(InputStream part, boolean sheet) throws XMLStreamException {
    XMLStreamReader reader = xml.createXMLStreamReader(part);
    long text = 0;
    try {
      while (reader.hasNext()) {
        int event = reader.next();
        text = event == XMLStreamConstants.CHARACTERS ? text + reader.getTextLength() : 0;
        if (text > LONGEST_TEXT) {
          throw malformed("a cell holds more than " + LONGEST_TEXT + " characters");
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
          throw new InvalidFormException(
              Kind.UNREADABLE,
              "document-type",
              "a part of the workbook declares a document type or an entity");
        }
        if (sheet && event == XMLStreamConstants.START_ELEMENT) {
          checkAddress(reader);
        }
      }
    } finally {
      reader.close();
    }
  }

  /** A cell in column AAAA is outside every sheet, and would make the reader fill up to it. */
  private static void checkAddress(XMLStreamReader reader) {
    if (!reader.getLocalName().equals("c")) {
      return;
    }
    String address = reader.getAttributeValue(null, "r");
    if (address != null
        && address.length() > LONGEST_COLUMN
        && address.chars().limit(LONGEST_COLUMN + 1L).allMatch(Character::isLetter)) {
      throw malformed("a cell stands outside the sheet");
    }
  }

  private static InvalidFormException malformed(String message) {
    return new InvalidFormException(Kind.UNREADABLE, "malformed-spreadsheet", message);
  }

  private static InvalidFormException tooLarge(String message) {
    return new InvalidFormException(Kind.TOO_LARGE, "expands-too-much", message);
  }

  /** Counts what comes out of the archive; never closes it. */
  private final class Counting extends FilterInputStream {

    private final long largest;
    private long read;

    Counting(InputStream zip, long largest) {
      super(zip);
      this.largest = largest;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      if (count > 0) {
        read += count;
        unpacked += count;
        boolean bomb = unpacked > JUDGED_FROM && unpacked / LARGEST_RATIO > packed;
        if (bomb || read > largest || unpacked > LARGEST_WHOLE) {
          throw tooLarge("the workbook unpacks to more than is read");
        }
      }
      return count;
    }

    @Override
    public void close() {
      // The next part is read from the same archive.
    }
  }
}
