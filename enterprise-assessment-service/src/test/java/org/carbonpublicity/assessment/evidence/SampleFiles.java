package org.carbonpublicity.assessment.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of each kind, and what somebody makes of them who means ill. */
public final class SampleFiles {

  public static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
  public static final String HTML = "<html><body><script>alert(1)</script></body></html>";

  private static final String MAIN = "application/vnd.openxmlformats-officedocument.";
  private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

  private SampleFiles() {}

  /** A file of the kind its extension names. */
  public static byte[] of(String extension) {
    return switch (extension) {
      case "pdf" -> pdf("evidence");
      case "png", "jpg", "jpeg", "tif", "tiff" -> image(extension);
      case "webp" -> Base64.getDecoder().decode(WEBP);
      case "docx" -> zip(office("word/document.xml", "wordprocessingml.document.main+xml"));
      case "xlsx" -> zip(office("xl/workbook.xml", "spreadsheetml.sheet.main+xml"));
      case "pptx" -> zip(office("ppt/presentation.xml", "presentationml.presentation.main+xml"));
      case "doc" -> compound("WordDocument");
      case "xls" -> compound("Workbook");
      case "ppt" -> compound("PowerPoint Document");
      default -> throw new IllegalArgumentException(extension);
    };
  }

  /** A PDF that shows a text. */
  public static byte[] pdf(String text) {
    String objects =
        """
        %%PDF-1.4
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
        3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99]>> endobj
        4 0 obj (%s) endobj
        """
            .formatted(text);
    return bytes(objects + "trailer <</Root 1 0 R>>\nstartxref\n" + objects.length() + "\n%%EOF\n");
  }

  public static byte[] image(String format) {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int i = 0; i < 40 * 30; i++) {
      image.setRGB(i % 40, i / 40, random.nextInt());
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException(format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parts of a document, by name. */
  public static Map<String, byte[]> office(String main, String type) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        bytes(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/%s" ContentType="%s%s"/></Types>"""
                .formatted(main, MAIN, type)));
    parts.put("_rels/.rels", relationships(MAIN + "officeDocument", main));
    parts.put(main, bytes("<document>" + "evidence ".repeat(200) + "</document>"));
    return parts;
  }

  public static Map<String, byte[]> word() {
    return office("word/document.xml", "wordprocessingml.document.main+xml");
  }

  public static byte[] relationships(String type, String target) {
    return bytes(
        "<Relationships><Relationship Id=\"r1\" Type=\"%s\" Target=\"%s\"/></Relationships>"
            .formatted(type, target));
  }

  public static byte[] zip(Map<String, byte[]> entries) {
    return zip(entries, "");
  }

  public static byte[] zip(Map<String, byte[]> entries, String comment) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setComment(comment);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] jar() {
    return zip(Map.of("META-INF/MANIFEST.MF", bytes("Main-Class: Evil")));
  }

  /** A PNG with one more chunk behind its header. */
  public static byte[] pngWithText(String text) {
    byte[] png = of("png");
    byte[] chunk = bytes("tEXtComment\0" + text);
    CRC32 sum = new CRC32();
    sum.update(chunk);
    int header = 8 + 12 + 13;
    return ByteBuffer.allocate(png.length + chunk.length + 8)
        .put(png, 0, header)
        .putInt(chunk.length - 4)
        .put(chunk)
        .putInt((int) sum.getValue())
        .put(png, header, png.length - header)
        .array();
  }

  /** A JPEG with a comment behind its first two bytes. */
  public static byte[] jpegWithComment(byte[] comment) {
    byte[] jpeg = of("jpg");
    return ByteBuffer.allocate(jpeg.length + comment.length + 4)
        .put(jpeg, 0, 2)
        .putShort((short) 0xFFFE)
        .putShort((short) (comment.length + 2))
        .put(comment)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** A compound file whose root holds these streams, one behind the other, each a kilobyte long. */
  public static byte[] compound(String... streams) {
    return compound(List.of(streams), List.of());
  }

  /** The same with streams in a storage of the root. */
  public static byte[] compound(List<String> streams, List<String> inStorage) {
    List<String> names = new ArrayList<>();
    names.add("Root Entry");
    names.addAll(streams);
    if (!inStorage.isEmpty()) {
      names.add("ObjectPool");
      names.addAll(inStorage);
    }
    int directorySectors = (names.size() + 3) / 4;
    int contents = streams.size() + inStorage.size();
    ByteBuffer file =
        ByteBuffer.allocate(512 * (2 + directorySectors + 2 * contents))
            .order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(0, 0xE11AB1A1E011CFD0L);
    file.putShort(26, (short) 3).putShort(28, (short) 0xFFFE);
    file.putShort(30, (short) 9).putShort(32, (short) 6);
    file.putInt(44, 1).putInt(48, 1).putInt(56, 4096);
    file.putInt(60, -2).putInt(68, -2);
    file.putInt(76, 0);
    for (int i = 1; i < 109; i++) {
      file.putInt(76 + 4 * i, -1);
    }
    for (int i = 0; i < 128; i++) {
      file.putInt(512 + 4 * i, -1);
    }
    file.putInt(512, -3);
    for (int i = 1; i <= directorySectors; i++) {
      file.putInt(512 + 4 * i, i == directorySectors ? -2 : i + 1);
    }
    int sector = 1 + directorySectors;
    int pool = 1 + streams.size();
    for (int i = 0; i < names.size(); i++) {
      int at = 1024 + 128 * i;
      byte[] name = (names.get(i) + "\0").getBytes(StandardCharsets.UTF_16LE);
      file.put(at, name).putShort(at + 64, (short) name.length);
      boolean isStorage = names.get(i).equals("ObjectPool");
      file.put(at + 66, (byte) (i == 0 ? 5 : isStorage ? 1 : 2));
      boolean last = i == 0 || i == names.size() - 1 || i == pool;
      file.putInt(at + 68, -1).putInt(at + 72, last ? -1 : i + 1);
      file.putInt(at + 76, i == 0 ? 1 : isStorage ? i + 1 : -1);
      if (i > 0 && !isStorage) {
        file.putInt(at + 116, sector).putInt(at + 120, 1024);
        file.putInt(512 + 4 * sector, sector + 1).putInt(512 + 4 * (sector + 1), -2);
        sector += 2;
      }
    }
    return file.array();
  }

  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
