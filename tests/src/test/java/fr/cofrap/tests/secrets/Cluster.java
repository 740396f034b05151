package fr.cofrap.tests.secrets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A cluster with a controller that unseals what is applied, Deployments, and their pods, which keep
 * the key files that they started with.
 */
final class Cluster {
  /** Values by the names of their files. */
  record Secret(int version, Map<String, String> files) {}

  record Pod(Workload workload, Map<String, Secret> secrets) {}

  private final KeyPair controller;
  private final Map<String, String> sealed = new TreeMap<>();
  private final Map<String, Secret> secrets = new TreeMap<>();
  private final Map<String, String> complaints = new TreeMap<>();
  private final Map<String, Workload> workloads = new TreeMap<>();
  private final Map<String, Pod> pods = new LinkedHashMap<>();
  private final List<String> changes = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private String owner = "SealedSecret";
  private int version = 100;

  Cluster(KeyPair controller) {
    this.controller = controller;
  }

  synchronized Cluster copy() {
    Cluster copy = new Cluster(controller);
    copy.sealed.putAll(sealed);
    copy.secrets.putAll(secrets);
    copy.complaints.putAll(complaints);
    copy.workloads.putAll(workloads);
    copy.pods.putAll(pods);
    copy.version = version;
    return copy;
  }

  /** What has been changed since this was last asked. */
  synchronized List<String> takeChanges() {
    List<String> taken = List.copyOf(changes);
    changes.clear();
    return taken;
  }

  synchronized int changed(String change) {
    changes.add(change);
    return changes.size();
  }

  /** Pods that could not read what others wrote. */
  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  synchronized SecretFiles files() {
    Map<String, String> files = new TreeMap<>();
    secrets.forEach((name, secret) ->
        secret.files().forEach((file, value) -> files.put(name + "/" + file, value)));
    return SecretFiles.of(files);
  }

  synchronized Optional<Secret> secret(String name) {
    return Optional.ofNullable(secrets.get(name));
  }

  synchronized void remove(String secret) {
    secrets.remove(secret);
  }

  /** Puts a file into a secret, past the controller. */
  synchronized void putFile(String name, String file, String content) {
    Secret secret = secrets.getOrDefault(name, new Secret(version, Map.of()));
    Map<String, String> files = new TreeMap<>(secret.files());
    files.put(file, content);
    secrets.put(name, new Secret(secret.version(), files));
  }

  synchronized Optional<String> sealed(String name) {
    return Optional.ofNullable(sealed.get(name));
  }

  /** Puts a manifest there that the controller does not unseal. */
  synchronized void putSealed(String name, String manifest) {
    sealed.put(name, manifest);
  }

  synchronized void removeSealed(String name) {
    sealed.remove(name);
  }

  /** Why the controller has not unsealed it. */
  synchronized Optional<String> complaint(String name) {
    return Optional.ofNullable(complaints.get(name));
  }

  synchronized void complain(String name, String reason) {
    complaints.put(name, reason);
  }

  synchronized String owner() {
    return owner;
  }

  /** Who made the secrets. */
  synchronized void setOwner(String kind) {
    owner = kind;
  }

  synchronized void apply(String name, String manifest) {
    complaints.remove(name);
    sealed.put(name, manifest);
    controller
        .open(manifest)
        .ifPresent(secret -> {
          version++;
          secrets.put(name, new Secret(version, KeyPair.values(secret)));
          checkReaders(name);
        });
  }

  synchronized void deploy(Workload workload) {
    workloads.put(workload.name(), workload);
    startPod(workload.name());
  }

  synchronized void restart(String name, Map<String, String> annotations) {
    workloads.computeIfPresent(name, (_, workload) -> workload.annotated(annotations));
  }

  synchronized void startPod(String name) {
    Workload workload = workloads.get(name);
    if (workload == null || pods.containsKey(workload.podName())) {
      return;
    }
    Map<String, Secret> mounted = new TreeMap<>(secrets);
    mounted.keySet().retainAll(workload.secrets());
    pods.put(workload.podName(), new Pod(workload, mounted));
    mounted.keySet().forEach(this::checkReaders);
  }

  synchronized void stopPod(String name) {
    pods.remove(name);
  }

  synchronized String manifests() {
    List<String> documents = new ArrayList<>();
    workloads.values().forEach(workload -> documents.add(workload.manifest()));
    pods.values().forEach(pod -> documents.add(pod.workload().podManifest()));
    return String.join("---\n", documents);
  }

  /** Every pod must read what any pod writes, those started from now on included. */
  private void checkReaders(String secret) {
    Map<String, Secret> holders = new LinkedHashMap<>();
    secret(secret).ifPresent(held -> holders.put("a new pod", held));
    pods.forEach((name, pod) ->
        Optional.ofNullable(pod.secrets().get(secret)).ifPresent(held -> holders.put(name, held)));
    holders.forEach((writer, written) ->
        written.files().forEach((file, content) -> checkReaders(holders, writer, file, content)));
  }

  private void checkReaders(
      Map<String, Secret> holders, String writer, String file, String content) {
    if (!file.endsWith("_KEY_B64") || content.isEmpty()) {
      return;
    }
    String writingKey = Keys.of(content).getFirst();
    holders.forEach((reader, held) -> {
      if (!held.files().getOrDefault(file, writingKey).contains(writingKey)) {
        violations.add("%s cannot read what %s writes with %s".formatted(reader, writer, file));
      }
    });
  }
}
