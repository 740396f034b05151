package fr.cofrap.tests.deployment.world;

import fr.cofrap.tests.standin.Invocation;
import fr.cofrap.tests.standin.Reply;
import fr.cofrap.tests.standin.StandInServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** The stand-ins of one place, and what disturbs them. */
public final class StandIns implements AutoCloseable {
  /** Those that do their own work are here because a run may be killed while they do it. */
  public static final List<String> NAMES =
      List.of(
          "docker",
          "k3d",
          "kubectl",
          "helm",
          "faas-cli",
          "kubeseal",
          "openssl",
          "getent",
          "cp",
          "rm",
          "mkdir",
          "chmod",
          "port-is-taken",
          "slow");

  private final StandInServer server;
  private final Path log;
  private final Map<String, Program> programs;
  private volatile Disturbance disturbance = Disturbance.NONE;
  private volatile CompletableFuture<Long> hanging = new CompletableFuture<>();

  /**
   * Starts to reply.
   *
   * @param log the script's, which lists the commands that it has begun
   */
  public StandIns(World world, Path log) {
    this.log = log;
    this.programs = programs(world);
    this.server = StandInServer.start(this::reply);
  }

  private static Map<String, Program> programs(World world) {
    Map<String, Program> programs = new HashMap<>();
    programs.put("docker", new Docker(world));
    programs.put("k3d", new K3d(world));
    programs.put("kubectl", new Kubectl(world));
    programs.put("helm", new Helm(world));
    programs.put("faas-cli", new FaasCli(world));
    programs.put("seal", new Seal(world));
    programs.put("getent", (_, _) -> Reply.print("127.0.0.1 STREAM"));
    programs.put("port-is-taken", new Ports(world));
    programs.put("slow", new Slow());
    OrdinaryProgram.NAMES.forEach(name -> programs.put(name, OrdinaryProgram::run));
    return programs;
  }

  public int port() {
    return server.port();
  }

  /** Every command so far. */
  public List<String> calls() {
    return server.calls();
  }

  public void disturb(Disturbance next) {
    disturbance = next;
    hanging = new CompletableFuture<>();
  }

  /** The process of the command that never ends, once it runs. */
  public CompletableFuture<Long> hanging() {
    return hanging;
  }

  private Reply reply(Invocation invocation) throws IOException {
    return switch (disturbance) {
      case Disturbance.Refuse(String command) when invocation.text().startsWith(command) ->
          Reply.refuse("connection refused");
      case Disturbance.Hang(String command) when invocation.text().startsWith(command) -> {
        hanging.complete(invocation.process());
        yield Reply.HANG;
      }
      case Disturbance.Kill kill when isAt(kill, invocation) -> killed(kill, invocation);
      default -> work(invocation, Halfway.UNDISTURBED);
    };
  }

  private Reply killed(Disturbance.Kill kill, Invocation invocation) throws IOException {
    Halfway halfway = kill.halfway() ? StandIns::die : Halfway.UNDISTURBED;
    try {
      return work(invocation, halfway).then(Reply.KILL);
    } catch (Killed e) {
      return e.soFar().then(Reply.KILL);
    }
  }

  private static void die(Reply soFar) {
    throw new Killed(soFar);
  }

  private Reply work(Invocation invocation, Halfway halfway) throws IOException {
    Program program = programs.getOrDefault(invocation.program(), (_, _) -> Reply.NOTHING);
    try {
      return program.run(invocation, halfway);
    } catch (Refusal e) {
      return e.reply();
    }
  }

  /** Whether this is the command in question, and not a query, which is not in the log. */
  private boolean isAt(Disturbance.Kill kill, Invocation invocation) throws IOException {
    List<String> commands = commands(log);
    return commands.size() == kill.command()
        && Pattern.compile("[ /]" + Pattern.quote(invocation.program()) + " ")
            .matcher(" " + commands.getLast() + " ")
            .find();
  }

  /** The commands that a run has begun, by its log. */
  public static List<String> commands(Path log) throws IOException {
    if (!Files.exists(log)) {
      return List.of();
    }
    return Files.readAllLines(log).stream()
        .filter(line -> line.startsWith("$ "))
        .map(line -> line.substring(2))
        .toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
