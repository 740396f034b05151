package fr.cofrap.tests.secrets;

import fr.cofrap.tests.standin.Invocation;
import fr.cofrap.tests.standin.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The kubectl of a cluster. What needs no server is left to the real one.
 *
 * @param afterChange decides how a stand-in goes on, by the number of changes so far
 */
record Kubectl(Cluster cluster, Path folder, AfterChange afterChange) {
  @FunctionalInterface
  interface AfterChange {
    Reply reply(int changes);
  }

  Reply reply(Invocation kubectl) throws IOException {
    if (kubectl.has("--local") || kubectl.has("--dry-run=client")) {
      return Reply.REAL_PROGRAM;
    }
    // After --namespace NAME.
    return switch (kubectl.word(2)) {
      case "get" -> get(kubectl, kubectl.word(4));
      case "apply", "create" -> apply(kubectl);
      case "patch" -> patch(kubectl);
      case "rollout" -> {
        String name = withoutKind(kubectl.word(4));
        cluster.startPod(name);
        yield changed("started " + name);
      }
      case "wait" -> await(kubectl);
      default -> unknown(kubectl);
    };
  }

  private Reply get(Invocation kubectl, String name) throws IOException {
    return switch (kubectl.word(3)) {
      case "secret" -> kubectl.has("go-template=") ? values(name) : Reply.print(cluster.owner());
      case "sealedsecret" ->
          kubectl.lastWord().equals("yaml")
              ? Reply.print(cluster.sealed(name).orElseThrow())
              : state(name);
      case "deployments,pods" -> {
        // The real kubectl evaluates the template, which is its last word.
        Path file = Files.createTempFile(folder, "objects", ".yaml");
        Files.writeString(file, cluster.manifests());
        yield new Reply(
            "exec kubectl label --local -f '%s' listed=yes -o \"${!#}\"".formatted(file));
      }
      default -> unknown(kubectl);
    };
  }

  private Reply values(String name) {
    return cluster
        .secret(name)
        .map(secret ->
            secret.version()
                + "\n"
                + secret.files().entrySet().stream()
                    .map(file -> file.getKey() + " " + base64(file.getValue()) + "\n")
                    .collect(Collectors.joining()))
        .map(Reply::print)
        .orElse(Reply.NOTHING);
  }

  /** Its generation, the one that the controller has seen, whether it opened it, and why not. */
  private Reply state(String name) {
    if (cluster.sealed(name).isEmpty()) {
      return Reply.NOTHING;
    }
    return Reply.print(
        cluster.complaint(name).map("1\n1\nFalse\n%s"::formatted).orElse("1\n1\nTrue\n"));
  }

  private Reply apply(Invocation kubectl) throws IOException {
    Path file = kubectl.path(kubectl.lastWord());
    String name = file.getFileName().toString().replace(".yaml", "");
    String verb = kubectl.word(2);
    if (verb.equals("create") && cluster.sealed(name).isPresent()) {
      return Reply.refuse("AlreadyExists");
    }
    cluster.apply(name, Files.readString(file));
    return changed(verb + " " + name);
  }

  private Reply patch(Invocation kubectl) {
    String name = withoutKind(kubectl.word(3));
    Map<String, String> annotations = new TreeMap<>();
    JsonMapper.shared()
        .readTree(kubectl.value("-p"))
        .at("/spec/template/metadata/annotations")
        .forEachEntry((key, value) -> annotations.put(key, value.asString()));
    cluster.restart(name, annotations);
    return changed("restart " + name);
  }

  private Reply await(Invocation kubectl) {
    if (kubectl.has("condition=Synced")) {
      String name = withoutKind(kubectl.word(5));
      return new Reply(cluster.complaint(name).isEmpty() ? "true" : "false");
    }
    kubectl.words().stream()
        .filter(word -> word.startsWith("Pod/"))
        .forEach(pod -> cluster.stopPod(withoutKind(pod)));
    return changed("stopped the others");
  }

  private Reply changed(String change) {
    return afterChange.reply(cluster.changed(change));
  }

  private static Reply unknown(Invocation kubectl) {
    return Reply.refuse("the stand-in does not know: " + kubectl.text());
  }

  private static String withoutKind(String word) {
    return word.replaceFirst(".*/", "");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
