package fr.cofrap.tests.deployment.world;

import fr.cofrap.tests.standin.Invocation;
import fr.cofrap.tests.standin.Reply;

record Helm(World world) implements Program {
  /** The version that the next run finds; 3.13 unless it is set. */
  static final String VERSION = "helm-version";

  @Override
  public Reply run(Invocation helm, Halfway halfway) {
    if (helm.word(0).equals("version")) {
      return Reply.print("v" + world.get(VERSION).orElse("3.13.0"));
    }
    world.require("api");
    String namespace = helm.value("--namespace");
    if (helm.word(0).equals("list")) {
      return Reply.print(String.join("\n", world.in("kubernetes/" + namespace + "/releases")));
    }
    String name = helm.word(helm.word(0).equals("upgrade") ? 2 : 1);
    return new Release(world, namespace, name).run(helm.word(0), halfway);
  }

  private record Release(World world, String namespace, String name) {
    private String path() {
      return "kubernetes/" + namespace + "/releases/" + name;
    }

    Reply run(String verb, Halfway halfway) {
      String status = world.get(path()).orElse("");
      switch (verb) {
        case "upgrade" -> upgrade(status, halfway);
        case "rollback" -> {
          world.refuseIf(status.equals("pending-install"), "release has no 0 version");
          world.put(path(), "pending-rollback");
          halfway.reached();
          world.put(path(), "deployed");
        }
        case "uninstall" -> {
          world.refuseIf(status.isEmpty(), "uninstall: Release not loaded: " + name);
          world.put(path(), "uninstalling");
          halfway.reached();
          dropObjects();
          world.drop(path());
        }
        case "status" -> {
          world.refuseIf(status.isEmpty(), "release: not found");
          return Reply.print("NAME: " + name + "\nSTATUS: " + status);
        }
        default -> {}
      }
      return Reply.NOTHING;
    }

    private void upgrade(String status, Halfway halfway) {
      world.refuseIf(
          !world.has("kubernetes/" + namespace) && !namespace.equals("kube-system"),
          "namespaces \"" + namespace + "\" not found");
      world.refuseIf(
          status.startsWith("pending-"),
          "another operation (install/upgrade/rollback) is in progress");
      world.refuseIf(status.equals("uninstalling"), "\"" + name + "\" has no deployed releases");
      world.put(path(), status.isEmpty() ? "pending-install" : "pending-upgrade");
      putObjects();
      halfway.reached();
      world.put(path(), "deployed");
    }

    private void putObjects() {
      world.put(deployment());
      switch (name) {
        case "openfaas" -> world.put("kubernetes/" + namespace + "/secrets/basic-auth", "password");
        case "sealed-secrets" -> world.put("kubernetes/kinds/sealedsecrets.bitnami.com");
        default -> {}
      }
    }

    /** Kinds of resources stay, and so does what a hook has made. */
    private void dropObjects() {
      world.drop(deployment());
    }

    private String deployment() {
      String deployment =
          switch (name) {
            case "openfaas" -> "gateway";
            case "sealed-secrets" -> "sealed-secrets-controller";
            default -> "cofrap-frontend";
          };
      return "kubernetes/" + namespace + "/deployments/" + deployment;
    }
  }
}
