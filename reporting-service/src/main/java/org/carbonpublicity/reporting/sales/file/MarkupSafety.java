package org.carbonpublicity.reporting.sales.file;

import static org.carbonpublicity.reporting.sales.file.SpreadsheetSafety.malformed;
import static org.carbonpublicity.reporting.sales.file.SpreadsheetSafety.tooLarge;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.carbonpublicity.reporting.sales.file.UnreadableFileException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the markup of a workbook with the parser that its reader has. Refused is what the reader
 * would hold in memory or work on for long: it trusts what it reads.
 */
final class MarkupSafety {

  private static final int DEEPEST = 256;

  /** All but rows, and what the reader looks up for them. */
  private static final long LARGEST_OUTSIDE_OF_SHEETS = 16L * 1024 * 1024;

  private static final int MOST_SHARED_TEXTS = 250_000;
  private static final int MOST_CATALOGUED = 200_000;
  private static final Set<String> CATALOGUED =
      Set.of("numFmt", "xf", "sheet", "Relationship", "Override");

  /** What a cell holds at most. */
  private static final int LONGEST_TEXT = 32_767;

  private static final int LONGEST_FORMULA = 8_192;
  private static final int MOST_FORMULAS = 10_000;
  private static final int MOST_ARRAY_FORMULAS = 100;
  private static final int MOST_COLUMNS = 16_384;

  private final XMLInputFactory xml = new InputFactoryImpl();
  private int formulas;
  private int arrayFormulas;
  private int catalogued;
  private long sharedTexts;
  private long highestSharedText = -1;

  MarkupSafety() {
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /**
   * @throws UnreadableFileException when the part must not be read
   */
  void check(InputStream part) {
    try {
      new Look(part).through();
    } catch (XMLStreamException | RuntimeException e) {
      // The parser is lazy: some faults come out of methods that declare none.
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof UnreadableFileException refused) {
          throw refused;
        }
      }
      throw malformed("a part of the workbook is not well-formed");
    }
  }

  /**
   * To be called after the last part.
   *
   * @throws UnreadableFileException when the parts do not fit together
   */
  void finish() {
    // The reader would go on looking for it behind the last one, for ever.
    if (highestSharedText >= sharedTexts) {
      throw malformed("a cell names a shared text that is not there");
    }
  }

  /** One part. */
  private final class Look {

    private final TokenStream tokens;
    private final XMLStreamReader reader;
    private boolean sheet;
    private int depth;
    private int cells;

    /** How deep the cell or shared text at hand stands; 0 outside of one. */
    private int textDepth;

    private int textLength;
    private boolean inSharedCell;
    private boolean inFormula;
    private int formulaLength;
    private @Nullable StringBuilder index;

    Look(InputStream part) throws XMLStreamException {
      this.tokens = new TokenStream(part);
      this.reader = xml.createXMLStreamReader(tokens);
    }

    void through() throws XMLStreamException {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> start(reader.getLocalName());
          case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              text();
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new UnreadableFileException(
                  Kind.UNREADABLE,
                  "document-type",
                  "a part of the workbook declares a document type or an entity");
          default -> {}
        }
        tokens.next();
        if (!sheet && tokens.total() > LARGEST_OUTSIDE_OF_SHEETS) {
          throw tooLarge("a part of the workbook unpacks to more than is read");
        }
      }
    }

    private void start(String name) {
      if (++depth > DEEPEST) {
        throw malformed("elements stand more than " + DEEPEST + " deep");
      }
      if (CATALOGUED.contains(name) && ++catalogued > MOST_CATALOGUED) {
        throw tooLarge("more than " + MOST_CATALOGUED + " styles, sheets and parts");
      }
      switch (name) {
        case "sheetData" -> sheet = true;
        case "row" -> cells = 0;
        case "c" -> {
          startText();
          cell();
        }
        case "si" -> {
          startText();
          if (++sharedTexts > MOST_SHARED_TEXTS) {
            throw tooLarge("more than " + MOST_SHARED_TEXTS + " shared texts");
          }
        }
        case "f" -> formula();
        case "v" -> index = inSharedCell ? new StringBuilder() : null;
        default -> {}
      }
    }

    private void startText() {
      if (textDepth == 0) {
        textDepth = depth;
        textLength = 0;
      }
    }

    private void cell() {
      if (sheet
          && (++cells > MOST_COLUMNS
              || !CellAddress.isInSheet(reader.getAttributeValue(null, "r")))) {
        throw malformed("a cell stands outside the sheet");
      }
      inSharedCell = "s".equals(reader.getAttributeValue(null, "t"));
    }

    /** The reader compares cells with array formulas, and rewrites a shared one for each cell. */
    private void formula() {
      inFormula = true;
      formulaLength = 0;
      boolean array = "array".equals(reader.getAttributeValue(null, "t"));
      if (++formulas > MOST_FORMULAS || (array && ++arrayFormulas > MOST_ARRAY_FORMULAS)) {
        throw new UnreadableFileException(
            Kind.UNREADABLE,
            "too-many-formulas",
            "more than "
                + (formulas > MOST_FORMULAS
                    ? MOST_FORMULAS + " formulas"
                    : MOST_ARRAY_FORMULAS + " array formulas")
                + ": give the values of cells");
      }
    }

    private void text() {
      int length = reader.getTextLength();
      if (textDepth > 0 && (textLength += length) > LONGEST_TEXT) {
        throw malformed("a cell holds more than " + LONGEST_TEXT + " characters");
      }
      if (inFormula && (formulaLength += length) > LONGEST_FORMULA) {
        throw malformed("a formula has more than " + LONGEST_FORMULA + " characters");
      }
      if (index != null) {
        index.append(reader.getText());
      }
    }

    private void end(String name) {
      if (depth == textDepth) {
        textDepth = 0;
      }
      depth--;
      if (name.equals("f")) {
        inFormula = false;
      } else if (name.equals("v") && index != null) {
        highestSharedText = Math.max(highestSharedText, number(index.toString()));
        index = null;
      }
    }
  }

  /** What is no number is refused by the reader itself. */
  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
