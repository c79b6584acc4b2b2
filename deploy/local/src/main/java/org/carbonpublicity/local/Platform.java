package org.carbonpublicity.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.carbonpublicity.local.frontdoor.FrontDoor;
import org.carbonpublicity.local.frontdoor.Route;

/**
 * A running platform: PostgreSQL, Kafka, identity, the four services (each a process of its own)
 * and the front door (in this process).
 *
 * <p>Made for people ({@code deploy/local/run}), for the acceptance tests, which kill parts of it,
 * and for the benchmark:
 *
 * <pre>{@code
 * PlatformSettings settings = PlatformSettings.of(Installation.above(Path.of(""))).build();
 * try (Platform platform = Platform.start(settings)) {
 *   platform.kill(Part.RATING);
 *   platform.restart(Part.RATING);          // same port, same database; returns when ready
 *   platform.startSecondInstance(Part.RATING);
 * }
 * }</pre>
 *
 * <p>Nothing is restarted silently: a part that ends by itself is told to {@link
 * PlatformSettings#onDeath} and stays down until somebody restarts it.
 */
public final class Platform implements AutoCloseable {

  /** Time for an orderly end by the same Ctrl-C that also ended the child to make itself known. */
  private static final long SIGNAL_GRACE_MILLIS = 300;

  private final PlatformSettings settings;
  private final DataFolder data;
  private final Commands commands;
  private final FrontDoor frontDoor;
  private final Lifeline lifeline;
  private final PostgresProcess postgres;
  private final Map<String, PartProcess> processes = new ConcurrentHashMap<>();
  private final Set<Long> meantToEnd = ConcurrentHashMap.newKeySet();
  private final StartUp startUp = new StartUp();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final ExecutorService background = Executors.newCachedThreadPool(Platform::daemon);
  private final Thread atExit = new Thread(this::close, "platform-end");

  private Platform(PlatformSettings settings, DataFolder data, FrontDoor frontDoor) {
    this.settings = settings;
    this.data = data;
    this.commands = new Commands(settings, data.path());
    this.frontDoor = frontDoor;
    this.lifeline = Lifeline.start(data.temporary() ? data.path() : null);
    this.postgres = new PostgresProcess(data.path().resolve("postgres"), Ports.free());
  }

  /**
   * Starts everything and returns when all parts are ready.
   *
   * @throws StartFailedException when a part does not become ready; everything is ended then
   * @throws FrontDoor.PortTakenException when the port is in use
   * @throws Installation.NotBuiltException when something has not been built
   */
  public static Platform start(PlatformSettings settings) {
    new Commands(settings, Path.of("")).check();
    FrontDoor frontDoor = FrontDoor.open("127.0.0.1", settings.port(), Route.PLATFORM);
    DataFolder data;
    try {
      data = DataFolder.open(settings.data());
    } catch (RuntimeException e) {
      frontDoor.close();
      throw e;
    }
    Platform platform = new Platform(settings, data, frontDoor);
    Runtime.getRuntime().addShutdownHook(platform.atExit);
    try {
      platform.startAll();
      return platform;
    } catch (RuntimeException e) {
      // Its log goes with the temporary folder: the caller gets the words now.
      RuntimeException told = e instanceof StartFailedException failed ? failed.withLastLines() : e;
      platform.close();
      throw told;
    }
  }

  private void startAll() {
    int identityPort = Ports.free();
    int brokerPort = Ports.free();
    try {
      List<CompletableFuture<?>> starts = new ArrayList<>();
      CompletableFuture<Void> database =
          CompletableFuture.runAsync(() -> start(postgres), background);
      starts.add(database);
      starts.add(CompletableFuture.runAsync(() -> start(broker(brokerPort)), background));
      starts.add(CompletableFuture.runAsync(() -> start(identity(identityPort)), background));
      for (Part service : Part.SERVICES) {
        JavaProcess process = service(service, 1, Ports.free(), brokerPort, identityPort);
        starts.add(database.thenRunAsync(() -> start(process), background));
      }
      // The first failure counts: the others only follow from it.
      CompletableFuture<Void> all =
          CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new));
      CompletableFuture<Void> failure = new CompletableFuture<>();
      starts.forEach(
          each ->
              each.whenComplete(
                  (result, thrown) -> {
                    if (thrown != null) {
                      failure.completeExceptionally(thrown);
                    }
                  }));
      CompletableFuture.anyOf(all, failure).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
    Part.SERVICES.forEach(this::announce);
    frontDoor.serve(Part.IDENTITY.label(), List.of(identityPort));
    startUp.finish();
  }

  private JavaProcess broker(int port) {
    String label = Part.KAFKA.label();
    return new JavaProcess(
        label, commands.broker(port), Map.of(), port, data.log(label), Readiness::broker);
  }

  private JavaProcess identity(int port) {
    String label = Part.IDENTITY.label();
    return new JavaProcess(
        label,
        commands.identity(),
        commands.identityEnvironment(port, frontDoor.port()),
        port,
        data.log(label),
        Readiness::identity);
  }

  private JavaProcess service(
      Part service, int instance, int port, int brokerPort, int identityPort) {
    String label = label(service, instance);
    return new JavaProcess(
        label,
        commands.service(service),
        commands.serviceEnvironment(
            service,
            port,
            postgres.jdbcUrl(service.database()),
            "127.0.0.1:" + brokerPort,
            identityPort,
            frontDoor.port()),
        port,
        data.log(label),
        process -> Readiness.service(process, port));
  }

  private static String label(Part part, int instance) {
    return instance == 1 ? part.label() : part.label() + "-" + instance;
  }

  private void start(PartProcess process) {
    if (closing.get()) {
      return;
    }
    long began = System.nanoTime();
    processes.put(process.label(), process);
    process.start();
    supervise(process);
    settings.onReady().accept(startUp.add(process.label(), began));
  }

  private void supervise(PartProcess process) {
    ProcessHandle handle = process.handle();
    lifeline.watch(handle.pid());
    handle
        .onExit()
        .thenRunAsync(
            () -> {
              lifeline.forget(handle.pid());
              if (meantToEnd.remove(handle.pid())) {
                return;
              }
              ChildProcess.pause(SIGNAL_GRACE_MILLIS);
              if (!closing.get()) {
                settings
                    .onDeath()
                    .accept(Death.of(process.label(), process.exitCode(), process.log()));
              }
            },
            background);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "platform");
    thread.setDaemon(true);
    return thread;
  }

  private void announce(Part service) {
    List<Integer> ports =
        processes.values().stream()
            .filter(process -> isInstance(process, service))
            .map(PartProcess::port)
            .sorted()
            .toList();
    frontDoor.serve(service.label(), ports);
  }

  private static boolean isInstance(PartProcess process, Part service) {
    return process.label().equals(service.label())
        || process.label().startsWith(service.label() + "-");
  }

  private PartProcess process(Part part, int instance) {
    PartProcess process = processes.get(label(part, instance));
    if (process == null) {
      throw new IllegalArgumentException("there is no " + label(part, instance));
    }
    return process;
  }

  /** Where clients reach the platform. */
  public URI address() {
    return URI.create("http://localhost:" + frontDoor.port());
  }

  /** A part's own address, beside the front door. */
  public URI address(Part part, int instance) {
    return URI.create("http://127.0.0.1:" + process(part, instance).port());
  }

  /** For Kafka clients. */
  public String bootstrapServers() {
    return "127.0.0.1:" + process(Part.KAFKA, 1).port();
  }

  /** A service's database; its name is also its owner and that one's password. */
  public String jdbcUrl(Part service) {
    return postgres.jdbcUrl(service.database());
  }

  public StartUp startUp() {
    return startUp;
  }

  /** Where databases, topics and logs are. */
  public Path dataFolder() {
    return data.path();
  }

  public long pid(Part part) {
    return pid(part, 1);
  }

  public long pid(Part part, int instance) {
    return process(part, instance).handle().pid();
  }

  /** The file with everything the part has written. */
  public Path log(Part part) {
    return process(part, 1).log();
  }

  public Path log(Part part, int instance) {
    return process(part, instance).log();
  }

  public void kill(Part part) {
    kill(part, 1);
  }

  /**
   * Ends an instance as a crash would (SIGKILL); returns when it is gone. Does nothing when it is
   * down.
   */
  public void kill(Part part, int instance) {
    PartProcess process = process(part, instance);
    if (process.isAlive()) {
      meantToEnd.add(process.handle().pid());
      process.kill();
    }
  }

  public void restart(Part part) {
    restart(part, 1);
  }

  /**
   * Starts an instance again at its place, ending it in the orderly way when it still runs; returns
   * when it is ready.
   *
   * @throws StartFailedException when it does not become ready
   */
  public void restart(Part part, int instance) {
    PartProcess process = process(part, instance);
    if (process.isAlive()) {
      meantToEnd.add(process.handle().pid());
      process.end();
    }
    start(process);
  }

  /**
   * Starts a second instance of a service, on the same database and topics; returns when it is
   * ready.
   */
  public void startSecondInstance(Part service) {
    if (!service.isService()) {
      throw new IllegalArgumentException("there is only one " + service.label());
    }
    start(
        service(
            service,
            2,
            Ports.free(),
            process(Part.KAFKA, 1).port(),
            process(Part.IDENTITY, 1).port()));
    announce(service);
  }

  /** Ends everything, removes temporary data; returns when that is done. */
  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      closed.join();
      return;
    }
    try {
      endAll();
    } finally {
      closed.complete(null);
      removeShutdownHook();
    }
  }

  private void endAll() {
    // Services first: what they still have to say needs the broker and the database.
    end(process -> !isInfrastructure(process));
    frontDoor.close();
    end(Platform::isInfrastructure);
    lifeline.close();
    data.close();
  }

  private static boolean isInfrastructure(PartProcess process) {
    return process.label().equals(Part.KAFKA.label())
        || process.label().equals(Part.POSTGRES.label());
  }

  private void end(Predicate<PartProcess> which) {
    CompletableFuture.allOf(
            processes.values().stream()
                .filter(which)
                .map(process -> CompletableFuture.runAsync(() -> end(process), background))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private void end(PartProcess process) {
    boolean worthless = data.temporary() && process.label().equals(Part.KAFKA.label());
    if (worthless && process.isAlive()) {
      process.kill();
    } else {
      process.end();
    }
  }

  private void removeShutdownHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The virtual machine is ending: the hook is what runs.
    }
  }
}
