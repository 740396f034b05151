package fr.cofrap.tests.deployment.world;

import fr.cofrap.tests.standin.Invocation;
import fr.cofrap.tests.standin.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

record Kubectl(World world) implements Program {
  /** What is in a kubeconfig that was written to its end. */
  static final String WHOLE = "whole\n";

  @Override
  public Reply run(Invocation kubectl, Halfway halfway) throws IOException {
    if (kubectl.word(0).equals("version")) {
      return Reply.NOTHING;
    }
    world.require("api");
    if (kubectl.text().equals("kubectl config current-context")) {
      return Reply.print("the-context");
    }
    requireConfiguration(kubectl);
    boolean named = kubectl.word(0).equals("-n");
    List<String> words = kubectl.words().subList(named ? 2 : 0, kubectl.words().size());
    String here = "kubernetes/" + (named ? kubectl.word(1) : "default");
    return run(new Verb(kubectl, here, words), halfway);
  }

  /** A command without its namespace. */
  private record Verb(Invocation kubectl, String here, List<String> words) {
    /** Of {@code KIND NAME} or {@code KIND/NAME}. */
    String name() {
      return words.get(2).replaceFirst(".*/", "");
    }

    boolean has(String text) {
      return kubectl.has(text);
    }
  }

  private void requireConfiguration(Invocation kubectl) throws IOException {
    String file = kubectl.variable("KUBECONFIG");
    world.refuseIf(
        !file.isEmpty()
            && !(Files.exists(kubectl.path(file))
                && Files.readString(kubectl.path(file)).equals(WHOLE)),
        "cannot read " + file);
  }

  private Reply run(Verb verb, Halfway halfway) {
    if (verb.has("deployment/coredns") || verb.has("patch deployment coredns")) {
      world.require("coredns");
      return Reply.NOTHING;
    }
    switch (verb.words().getFirst()) {
      case "get" -> {
        return get(verb);
      }
      case "create" -> {
        String phase = "kubernetes/" + verb.name() + "/phase";
        world.refuseIf(world.has(phase), "namespaces \"" + verb.name() + "\" already exists");
        world.put(phase, "Active");
      }
      case "wait" -> world.drop("kubernetes/" + verb.name());
      case "apply" -> {
        world.put("dns");
        return new Reply("cat >/dev/null");
      }
      case "label" -> {}
      case "rollout" -> world.require(verb.here() + "/deployments/" + verb.name());
      case "logs" -> {
        return Reply.print("CREDENTIAL_LIFETIME is \"old\"; it must be new");
      }
      case "port-forward" -> {
        return Reply.print("Forwarding from 127.0.0.1:12345 -> 8080")
            .then(new Reply("exec sleep 600"));
      }
      case "delete" -> delete(verb, halfway);
      default -> throw new Refusal("the stand-in does not know: " + verb.kubectl().text());
    }
    return Reply.NOTHING;
  }

  private Reply get(Verb verb) {
    return switch (verb.words().get(1)) {
      case "namespace" -> namespace(verb);
      case "customresourcedefinition" ->
          Reply.print(world.has("kubernetes/kinds/" + verb.name()) ? verb.name() : "");
      case "deployment" -> deployment(verb);
      case "secret" -> Reply.print(world.require(verb.here() + "/secrets/" + verb.name()));
      case "pods" ->
          Reply.print(
              """
              gateway-1   0/1   ContainerCreating   0   5s
              nats-1   1/1   Running   0   5s
              purge-1   0/1   Completed   0   5s
              """);
      default -> throw new Refusal("the stand-in does not know: " + verb.kubectl().text());
    };
  }

  private Reply namespace(Verb verb) {
    if (verb.has("conditions")) {
      return Reply.print(
          "Some content in the namespace has finalizers remaining: example.org/held");
    }
    return Reply.print(world.get("kubernetes/" + verb.name() + "/phase").orElse(""));
  }

  private Reply deployment(Verb verb) {
    if (!world.has(verb.here() + "/deployments/" + verb.name())) {
      return Reply.NOTHING;
    }
    if (verb.has("--output name")) {
      return Reply.print("deployment.apps/" + verb.name());
    }
    return Reply.print(world.get("environment/" + verb.name()).orElse(""));
  }

  private void delete(Verb verb, Halfway halfway) {
    String kind = verb.words().get(1);
    switch (kind) {
      case "functions.openfaas.com" -> requireKind(kind);
      case "deployments" -> {
        world.drop(verb.here() + "/deployments/generate-password");
        halfway.reached();
        world.drop(
            verb.here() + "/deployments/generate-2fa",
            verb.here() + "/deployments/authenticate-user");
      }
      case "services" -> world.drop(verb.here() + "/services");
      default -> {
        if (!kind.equals("secrets")) {
          requireKind(kind);
        }
        // Whoever deletes the keys gives up the accounts, which the database still contains.
        world.drop(verb.here() + "/secrets/db-creds", Docker.TABLES);
        halfway.reached();
        Seal.SECRETS.forEach(secret -> world.drop(verb.here() + "/secrets/" + secret));
      }
    }
  }

  private void requireKind(String kind) {
    world.refuseIf(
        !world.has("kubernetes/kinds/" + kind),
        "the server doesn't have a resource type \"" + kind + "\"");
  }
}
