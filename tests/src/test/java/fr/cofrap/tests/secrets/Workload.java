package fr.cofrap.tests.secrets;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A Deployment that mounts secrets, and why its pods were last restarted. */
record Workload(String name, List<String> secrets, Map<String, String> annotations) {
  Workload annotated(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(annotations);
    all.putAll(more);
    return new Workload(name, secrets, all);
  }

  /** Its pods have this name until it is restarted. */
  String podName() {
    return name + "-" + Integer.toHexString(annotations.hashCode());
  }

  String manifest() {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %s, namespace: openfaas-fn}
    spec:
      selector: {matchLabels: {a: b}}
      template:
        metadata: {labels: {a: b}, annotations: {%s}}
        spec:
          containers: [{name: function, image: none}]
          volumes: [%s]
    """
        .formatted(name, annotationsText(), volume());
  }

  String podManifest() {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s, namespace: openfaas-fn, annotations: {%s}}
    spec:
      containers: [{name: function, image: none}]
      volumes: [%s]
    status: {phase: Running}
    """
        .formatted(podName(), annotationsText(), volume());
  }

  private String annotationsText() {
    return annotations.entrySet().stream()
        .map(annotation -> "%s: \"%s\"".formatted(annotation.getKey(), annotation.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String volume() {
    return secrets.stream()
        .map("{secret: {name: %s}}"::formatted)
        .collect(Collectors.joining(", ", "{name: secrets, projected: {sources: [", "]}}"));
  }
}
