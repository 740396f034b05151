package fr.cofrap.tests.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Repository;
import fr.cofrap.tests.docker.Program;
import fr.cofrap.tests.docker.Program.Ending;
import fr.cofrap.tests.docker.StackFile;
import fr.cofrap.tests.standin.Invocation;
import fr.cofrap.tests.standin.Programs;
import fr.cofrap.tests.standin.Reply;
import fr.cofrap.tests.standin.StandInServer;
import fr.cofrap.tests.tools.GoTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code seal} and {@code rotate}, a cluster for them, and values to be given. */
final class Sealing implements AutoCloseable {
  private static final List<String> OF_THE_CLUSTER = List.of("kubectl", "kubeseal", "sleep");

  /** Those that a value must never be passed to as an argument. */
  private static final List<String> WATCHED =
      List.of(
          "kubectl",
          "kubeseal",
          "sleep",
          "openssl",
          "cat",
          "cp",
          "mv",
          "rm",
          "mkdir",
          "mktemp",
          "tr",
          "cut",
          "grep",
          "sed",
          "awk");

  private static Optional<Cluster> filled = Optional.empty();

  private final Path folder;
  private final StandInServer server;
  private final List<String> output = new ArrayList<>();
  private String signal = "KILL";
  private int signalAfter;
  private Cluster cluster = new Cluster(Planted.OWN);

  private Sealing(Path folder, List<String> standIns) throws IOException {
    this.folder = folder;
    this.server = StandInServer.start(this::reply);
    Files.createDirectory(temporary());
    Programs.standIn(folder.resolve("bin"), standIns);
    Planted.GIVEN.write(folder.resolve("given"));
  }

  /** With an empty cluster. */
  static Sealing in(Path folder) throws IOException {
    return new Sealing(folder, OF_THE_CLUSTER);
  }

  /** With an empty cluster, and each program's arguments among what is shown. */
  static Sealing watchedIn(Path folder) throws IOException {
    return new Sealing(folder, WATCHED);
  }

  /** With the planted values and the functions of {@code stack.yml} in the cluster. */
  static Sealing withValuesIn(Path folder) throws IOException {
    Sealing sealing = in(folder);
    synchronized (Sealing.class) {
      if (filled.isEmpty()) {
        sealing.fillCluster();
        filled = Optional.of(sealing.cluster);
      }
      sealing.cluster = filled.get().copy();
    }
    return sealing;
  }

  Cluster cluster() {
    return cluster;
  }

  private void fillCluster() {
    succeed(seal("--apply", "--from", path("given")));
    StackFile stack = StackFile.read();
    for (String function : stack.functions()) {
      cluster.deploy(new Workload(function, stack.secretsOf(function), Map.of()));
    }
  }

  /** The planted values with a changed one, in a folder. */
  String changed(String file, String content) {
    Path changed = folder.resolve("changed-" + output.size());
    return Planted.GIVEN.with(file, content).write(changed).toString();
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  Path temporary() {
    return folder.resolve("tmp");
  }

  /** Everything that was printed, and every argument of every program. */
  List<String> shown() {
    return Stream.concat(output.stream(), server.calls().stream()).toList();
  }

  List<String> calls() {
    return server.calls();
  }

  Ending seal(String... options) {
    return run("sealed-secrets/seal", options);
  }

  Ending rotate(String... options) {
    return run("sealed-secrets/rotate", options);
  }

  /** Ends with a signal to the script and to what it started, after a number of changes. */
  Ending rotateUntil(int changes, String signal, String... options) {
    this.signal = signal;
    this.signalAfter = changes;
    try {
      return rotate(options);
    } finally {
      signalAfter = 0;
    }
  }

  /** Without the programs that have to be installed. */
  Ending runWithoutTools(String script, String... options) {
    return run(script, Map.of("PATH", Programs.MACHINE.toString()), options);
  }

  private Ending run(String script, String... options) {
    return run(script, Map.of(), options);
  }

  private Ending run(String script, Map<String, String> more, String... options) {
    String installed = GoTools.path(".") + ":" + System.getenv("PATH");
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", path("bin") + ":" + installed);
    environment.put("PROGRAMS", installed);
    environment.put("STAND_INS", Integer.toString(server.port()));
    environment.put("TMPDIR", temporary().toString());
    environment.put("KUBECONFIG", "/dev/null");
    environment.putAll(more);
    // In a process group of its own, which may be killed.
    Ending ending =
        Program.of("setsid", "--wait", "env", "--default-signal")
            .and(Repository.root().resolve(script).toString())
            .and(options)
            .in(folder)
            .with(environment)
            .within(Duration.ofMinutes(10))
            .run();
    output.add(ending.everything());
    return ending;
  }

  static Ending succeed(Ending ending) {
    assertThat(ending.exitCode()).as(ending.everything()).isZero();
    return ending;
  }

  static void refused(Ending ending, int exitCode, String words) {
    assertThat(ending.exitCode()).as(ending.everything()).isEqualTo(exitCode);
    assertThat(ending.everything()).contains(words);
  }

  private Reply reply(Invocation program) throws IOException {
    return switch (program.program()) {
      case "kubectl" -> new Kubectl(cluster, folder, this::afterChange).reply(program);
      case "kubeseal" -> kubeseal(program);
      case "sleep" -> Reply.NOTHING;
      default -> Reply.REAL_PROGRAM;
    };
  }

  private Reply afterChange(int changes) {
    return changes == signalAfter ? new Reply("kill -" + signal + " 0") : Reply.NOTHING;
  }

  /** The real one, but for what needs the controller. */
  private Reply kubeseal(Invocation kubeseal) {
    return switch (kubeseal.word(0)) {
      case "--fetch-cert" -> new Reply("exec cat '%s'".formatted(Planted.OWN.certificate()));
      case "--validate" ->
          new Reply(
              "exec kubeseal --recovery-unseal --recovery-private-key '%s' >/dev/null"
                  .formatted(Planted.OWN.key()));
      default -> Reply.REAL_PROGRAM;
    };
  }

  @Override
  public void close() {
    server.close();
  }
}
