package org.carbonpublicity.rating.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** The consumer that the README shows: taken out of it, compiled and run. */
final class ReadmeExample {

  private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final String NAME = "CurrentRatings";

  private ReadmeExample() {}

  /** Its source text. */
  static String source() throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(Path.of("README.md")));
    while (block.find()) {
      if (block.group(1).contains("class " + NAME)) {
        return block.group(1);
      }
    }
    throw new AssertionError("the README shows no " + NAME);
  }

  /** What it reads as a member of a group. */
  @SuppressWarnings("unchecked")
  static Map<String, String> run(Path folder, String bootstrapServers, String group)
      throws Exception {
    compile(folder);
    // The libraries are those of this test.
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, KafkaConsumer.class.getClassLoader())) {
      return (Map<String, String>)
          loader
              .loadClass(NAME)
              .getMethod("read", String.class, String.class)
              .invoke(null, bootstrapServers, group);
    }
  }

  private static void compile(Path folder) throws IOException, URISyntaxException {
    Path file = Files.writeString(folder.resolve(NAME + ".java"), source());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                List.of(
                    "--release",
                    "17",
                    "-Xlint:all,-classfile,-path",
                    "-Werror",
                    "-proc:none",
                    "-d",
                    folder.toString(),
                    "-classpath",
                    jarOf(KafkaConsumer.class)),
                null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file))
            .call();
    assertThat(compiled).as(messages.toString()).isTrue();
  }

  private static String jarOf(Class<?> type) throws URISyntaxException {
    String resource =
        Objects.requireNonNull(type.getResource(type.getSimpleName() + ".class")).toString();
    String jar = resource.substring("jar:".length(), resource.indexOf('!'));
    return Path.of(new URI(jar)).toString();
  }
}
