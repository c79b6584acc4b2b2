package org.carbonpublicity.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a platform is run.
 *
 * @param installation the built project
 * @param jdk what the Java parts run on
 * @param data where databases, topics and logs are kept; null for a temporary folder that is
 *     deleted at the end
 * @param port of the front door, 0 for any free one
 * @param serviceHeapMegabytes largest heap of each service
 * @param serviceOptions further options of the services' virtual machines
 * @param serviceEnvironment further variables of the services' environment
 * @param onDeath told when a part ends that nobody ended; the platform restarts nothing by itself
 * @param onReady told of each part that has become ready, with the seconds it took
 */
public record PlatformSettings(
    Installation installation,
    Jdk jdk,
    @Nullable Path data,
    int port,
    int serviceHeapMegabytes,
    List<String> serviceOptions,
    Map<String, String> serviceEnvironment,
    Consumer<Death> onDeath,
    Consumer<StartUp.Step> onReady) {

  public PlatformSettings {
    serviceOptions = List.copyOf(serviceOptions);
    serviceEnvironment = Map.copyOf(serviceEnvironment);
  }

  /**
   * Unless changed: the newest JDK, temporary data, any free port, deaths told on standard error.
   */
  public static Builder of(Installation installation) {
    return new Builder(installation);
  }

  /** See the record's components. */
  public static final class Builder {
    private final Installation installation;
    private @Nullable Jdk jdk;
    private @Nullable Path data;
    private int port;
    private int serviceHeapMegabytes = 384;
    private List<String> serviceOptions = List.of();
    private Map<String, String> serviceEnvironment = Map.of();
    private Consumer<Death> onDeath = death -> System.err.println(death.report());
    private Consumer<StartUp.Step> onReady = step -> {};

    private Builder(Installation installation) {
      this.installation = installation;
    }

    public Builder jdk(Jdk chosen) {
      this.jdk = chosen;
      return this;
    }

    public Builder data(@Nullable Path folder) {
      this.data = folder;
      return this;
    }

    public Builder port(int wanted) {
      this.port = wanted;
      return this;
    }

    public Builder serviceHeapMegabytes(int megabytes) {
      this.serviceHeapMegabytes = megabytes;
      return this;
    }

    public Builder serviceOptions(String... options) {
      this.serviceOptions = List.of(options);
      return this;
    }

    public Builder serviceEnvironment(Map<String, String> variables) {
      this.serviceEnvironment = variables;
      return this;
    }

    public Builder onDeath(Consumer<Death> listener) {
      this.onDeath = listener;
      return this;
    }

    public Builder onReady(Consumer<StartUp.Step> listener) {
      this.onReady = listener;
      return this;
    }

    public PlatformSettings build() {
      return new PlatformSettings(
          installation,
          jdk == null ? Jdk.newest() : jdk,
          data,
          port,
          serviceHeapMegabytes,
          serviceOptions,
          serviceEnvironment,
          onDeath,
          onReady);
    }
  }
}
