package fr.cofrap.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Repository;
import fr.cofrap.tests.deployment.world.Disturbance;
import fr.cofrap.tests.deployment.world.StandIns;
import fr.cofrap.tests.deployment.world.World;
import fr.cofrap.tests.docker.StackFile;
import fr.cofrap.tests.standin.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of the repository's deployment, and the world around it. */
final class Place implements AutoCloseable {
  static final String PASSWORD = "canary-of-the-environment";

  /** How the script finds out whether a port of this machine is in use. */
  private static final String PORT_CHECK = "(exec 3<>\"/dev/tcp/127.0.0.1/$1\") 2>/dev/null";

  private static final List<String> COPIED =
      List.of(
          "start_full_demo.sh",
          "deploy",
          "stack.yml",
          "versions.env",
          "script/functions",
          "sealed-secrets/secrets.tsv");

  /** Of each function; the scripts look for its name alone. */
  private static final String HANDLER = "src/main/java/com/openfaas/function/Handler.java";

  private final Path folder;
  private final World world;
  private final StandIns standIns;

  private Place(Path folder, World world) {
    this.folder = folder;
    this.world = world;
    this.standIns = new StandIns(world, log());
  }

  /** The sources, and nothing else, in a folder of its own. */
  static Place in(Path parent) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(parent, "place-");
    Path repository = Files.createDirectories(folder.resolve("repository"));
    Files.createDirectories(folder.resolve("tmp"));
    Programs.standIn(folder.resolve("bin"), StandIns.NAMES);
    for (String copied : COPIED) {
      Files.createDirectories(repository.resolve(copied).getParent());
      copy(Repository.root().resolve(copied), repository.resolve(copied));
    }
    for (String function : StackFile.read().functions()) {
      Path handler = repository.resolve(function).resolve(HANDLER);
      Files.createDirectories(handler.getParent());
      Files.createFile(handler);
    }
    Files.createSymbolicLink(
        repository.resolve("sealed-secrets/seal"), folder.resolve("bin/stand-in"));
    checkPortsOfTheWorld(repository.resolve("deploy/steps/k3d.sh"));
    return new Place(folder, new World());
  }

  private static void checkPortsOfTheWorld(Path step) throws IOException {
    String script = Files.readString(step);
    assertThat(script).contains(PORT_CHECK);
    Files.writeString(step, script.replace(PORT_CHECK, "port-is-taken \"$1\""));
  }

  /** The same with a cluster that kubectl reaches. */
  static Place withClusterIn(Path parent) throws IOException, InterruptedException {
    Place place = in(parent);
    place.world.put("api");
    return place;
  }

  /** Next to this one. */
  Place copy() throws IOException, InterruptedException {
    Path copy = Files.createTempDirectory(folder.getParent(), "place-");
    copy(folder.resolve("."), copy);
    return new Place(copy, world.copy());
  }

  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    int status = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).start().waitFor();
    assertThat(status).as("cp -a %s %s", from, to).isZero();
  }

  World world() {
    return world;
  }

  StandIns standIns() {
    return standIns;
  }

  Path repository() {
    return folder.resolve("repository");
  }

  Path temporary() {
    return folder.resolve("tmp");
  }

  Path programs() {
    return folder.resolve("bin");
  }

  Path output() {
    return folder.resolve("output");
  }

  private Path log() {
    return repository().resolve("target/deploy.log");
  }

  /** The commands that change something, by the log of the last run. */
  List<String> commands() throws IOException {
    return StandIns.commands(log());
  }

  String logText() throws IOException {
    return Files.readString(log());
  }

  Run run(String... options) throws IOException, InterruptedException {
    return run(Disturbance.NONE, options);
  }

  Run run(Disturbance disturbance, String... options) throws IOException, InterruptedException {
    return run(disturbance, Map.of(), options);
  }

  Run run(Disturbance disturbance, Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(Stream.of("./start_full_demo.sh"), Stream.of(options)).toList();
    return run(disturbance, environment, command);
  }

  Run run(Disturbance disturbance, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    int before = standIns.calls().size();
    int status = end(start(disturbance, environment, command));
    List<String> calls = standIns.calls();
    return new Run(
        command, status, Files.readString(output()), calls.subList(before, calls.size()));
  }

  /** Waits for the exit status. */
  int end(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("This does not end: " + Files.readString(output()));
    }
    return process.exitValue();
  }

  /** In a process group of its own, which may be killed. */
  Process start(Disturbance disturbance, Map<String, String> environment, List<String> command)
      throws IOException {
    standIns.disturb(disturbance);
    List<String> line =
        Stream.concat(Stream.of("setsid", "--wait", "env", "--default-signal"), command.stream())
            .toList();
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(repository().toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment(environment));
    return builder.start();
  }

  private Map<String, String> environment(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", programs() + ":" + Programs.MACHINE);
    environment.put("PROGRAMS", Programs.MACHINE.toString());
    environment.put("STAND_INS", Integer.toString(standIns.port()));
    environment.put("SAID", output().toString());
    environment.put("TMPDIR", temporary().toString());
    environment.put("HOME", folder.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("PGPASSWORD", PASSWORD);
    environment.putAll(more);
    return environment;
  }

  /** Everything a run leaves behind: the world, what it keeps, and what it forgot to remove. */
  Map<String, String> state() throws IOException {
    Map<String, String> state = new TreeMap<>(world.shape());
    for (Path kept : List.of(temporary(), repository().resolve("data"))) {
      if (Files.exists(kept)) {
        try (Stream<Path> files = Files.walk(kept)) {
          for (Path file : files.toList()) {
            String text = Files.isRegularFile(file) ? Files.readString(file) : "";
            state.put(folder.relativize(file).toString(), text.replace(folder.toString(), "PLACE"));
          }
        }
      }
    }
    return state;
  }

  @Override
  public void close() {
    standIns.close();
  }
}
