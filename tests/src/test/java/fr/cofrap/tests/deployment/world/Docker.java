package fr.cofrap.tests.deployment.world;

import fr.cofrap.tests.standin.Invocation;
import fr.cofrap.tests.standin.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

record Docker(World world) implements Program {
  /** The database's tables, by the key with which their accounts were sealed. */
  static final String TABLES = "tables";

  private static final String SECRETS = "kubernetes/openfaas-fn/secrets/";
  private static final List<String> PODS =
      List.of("generate-password", "generate-2fa", "authenticate-user", "cofrap-frontend");

  @Override
  public Reply run(Invocation docker, Halfway halfway) throws IOException {
    return switch (docker.word(0)) {
      case "network" -> network(docker);
      case "compose" -> compose(docker, halfway);
      case "run" -> docker.has(" --entrypoint sh ") ? checkSettings(docker) : administer(docker);
      case "ps" -> Reply.print(String.join("\n", world.in("nodes")));
      case "volume" -> exists("database");
      case "container" -> exists("registry");
      case "start" -> {
        world.require("registry");
        startRegistry(world);
        yield Reply.NOTHING;
      }
      case "build" -> build(docker);
      case "push" -> push(docker);
      default -> Reply.NOTHING;
    };
  }

  static void startRegistry(World world) {
    world.put("registry", "running");
    world.put("ports/5000");
  }

  private Reply exists(String path) {
    world.require(path);
    return Reply.NOTHING;
  }

  private Reply build(Invocation docker) {
    world.put("images/" + docker.value("--tag"));
    return Reply.NOTHING;
  }

  private Reply push(Invocation docker) {
    boolean ours = docker.word(1).startsWith("k3d-registry.");
    world.refuseIf(ours && !world.require("registry").equals("running"), "connection refused");
    return Reply.NOTHING;
  }

  private Reply network(Invocation docker) {
    String name = docker.word(2);
    switch (docker.word(1)) {
      case "ls" -> {
        return Reply.print(world.has("networks/cofrap") ? "cofrap" : "");
      }
      case "create" -> {
        world.refuseIf(
            world.has("networks/" + name), "network with name " + name + " already exists");
        world.put("networks/" + name);
      }
      case "disconnect" -> {
        world.refuseIf(!world.has("connected"), "container is not connected to network cofrap");
        world.drop("connected");
      }
      case "rm" -> {
        world.require("networks/" + name);
        world.refuseIf(
            world.has("nodes") || world.has("connected") || world.has("database/server"),
            "network " + name + " has active endpoints");
        world.drop("networks/" + name);
      }
      default -> throw new Refusal("the stand-in does not know: " + docker.text());
    }
    return Reply.NOTHING;
  }

  private Reply compose(Invocation docker, Halfway halfway) throws IOException {
    switch (docker.word(3)) {
      case "up" -> {
        world.require("networks/cofrap");
        world.put("database/volume");
        halfway.reached();
        world.put("database/server");
        world.put("ports/5432");
      }
      case "down" -> {
        world.drop("database/server", "ports/5432");
        halfway.reached();
        world.drop("database", TABLES);
      }
      case "cp" -> {
        world.require("database/server");
        Files.writeString(docker.path(docker.lastWord()), "certificate\n");
      }
      case "exec" -> {
        world.require("database/server");
        return Reply.print("canary-of-the-container");
      }
      default -> {}
    }
    return Reply.NOTHING;
  }

  private Reply checkSettings(Invocation docker) {
    world.refuseIf(
        docker.has("6 months"), "CREDENTIAL_LIFETIME is \"6 months\"; it must be a period");
    return Reply.NOTHING;
  }

  /** The administration program. */
  private Reply administer(Invocation docker) {
    world.refuseIf(
        !docker.variable("PGPASSWORD").startsWith("canary") || docker.has("canary"),
        "the password is not in the environment alone");
    world.require("images/" + docker.find("[^/].*/admin:[^/]*"));
    if (world.has("database")) {
      world.require("database/server");
    }
    if (docker.text().endsWith(" database plan")) {
      return Reply.print("create the database cofrap");
    }
    if (docker.text().endsWith(" database prepare") && !world.has(TABLES)) {
      world.put(TABLES, world.require(SECRETS + "mfa-key"));
    }
    if (docker.has(" smoke ")) {
      PODS.forEach(pod -> world.require("kubernetes/openfaas-fn/deployments/" + pod));
      // An account is opened with the key that sealed it.
      world.refuseIf(
          !world.require(TABLES).equals(world.require(SECRETS + "mfa-key")), "the key is another");
    }
    return Reply.NOTHING;
  }
}
