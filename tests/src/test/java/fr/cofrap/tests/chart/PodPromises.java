package fr.cofrap.tests.chart;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What is promised of every pod.
 *
 * @param user as whom its programs run
 */
record PodPromises(String name, int user, Problems problems) {
  private static final JsonNode CONFINED =
      Manifest.value(
          """
          allowPrivilegeEscalation: false
          readOnlyRootFilesystem: true
          capabilities: {drop: [ALL]}
          """);

  /** By which services, policies and budgets find the pods of a component. */
  static JsonNode labels(String component) {
    return Manifest.value(
        "{app.kubernetes.io/part-of: cofrap, app.kubernetes.io/component: %s}"
            .formatted(component));
  }

  void check(JsonNode template) {
    JsonNode labels = template.at("/metadata/labels");
    labels(name)
        .forEachEntry(
            (label, value) -> expect("label " + label, labels.path(label), value.asString()));
    JsonNode pod = template.path("spec");
    expect("service account's token", pod.path("automountServiceAccountToken"), "false");
    expect("runAsNonRoot", pod.at("/securityContext/runAsNonRoot"), "true");
    expect("runAsUser", pod.at("/securityContext/runAsUser"), Integer.toString(user));
    expect("seccomp", pod.at("/securityContext/seccompProfile/type"), "RuntimeDefault");
    for (String key : List.of("hostNetwork", "hostPID", "hostIPC", "initContainers")) {
      expect(key, pod.path(key), "");
    }
    problems.expect(name + ": containers", pod.path("containers").size(), 1);
    pod.path("volumes").forEach(this::checkVolume);
    pod.path("containers").forEach(this::checkContainer);
  }

  /** Nothing of the node, and nothing that could fill it. */
  private void checkVolume(JsonNode volume) {
    String title = "%s: volume %s".formatted(name, volume.path("name").asString());
    Set<String> kind = new TreeSet<>(volume.propertyNames());
    kind.remove("name");
    boolean known = kind.equals(Set.of("emptyDir")) || kind.equals(Set.of("secret"));
    problems.expect("%s is of the pod's own: %s".formatted(title, kind), known, true);
    if (volume.has("emptyDir")) {
      problems.expect(title + " is limited", volume.path("emptyDir").has("sizeLimit"), true);
    }
  }

  private void checkContainer(JsonNode container) {
    String title = name + "/" + container.path("name").asString();
    problems.expect(title + ": securityContext", container.path("securityContext"), CONFINED);
    // A tag that was pushed again is another image.
    expect("imagePullPolicy", container.path("imagePullPolicy"), "Always");
    for (String kind : List.of("requests", "limits")) {
      problems.expect(
          title + ": " + kind,
          Set.copyOf(container.path("resources").path(kind).propertyNames()),
          Set.of("cpu", "memory"));
    }
    for (JsonNode mount : container.path("volumeMounts")) {
      problems.expect(
          "%s: %s can be written".formatted(title, mount.path("mountPath").asString()),
          !mount.path("readOnly").asBoolean(false),
          mount.path("name").asString().equals("tmp"));
    }
  }

  private void expect(String what, JsonNode found, String expected) {
    problems.expect(
        name + ": " + what, found.isValueNode() ? found.asString() : found.toString(), expected);
  }
}
