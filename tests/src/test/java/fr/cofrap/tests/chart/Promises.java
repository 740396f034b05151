package fr.cofrap.tests.chart;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What is promised of the chart's manifests. */
final class Promises {
  private static final String FRONTEND = "cofrap-frontend";

  private final Problems problems = new Problems();
  private final Map<String, Manifest> manifests;

  private Promises(List<Manifest> manifests) {
    this.manifests = manifests.stream().collect(toMap(Manifest::title, manifest -> manifest));
  }

  /**
   * Those that are broken.
   *
   * @param database the only addresses that functions and purge may reach
   * @param port the database's
   */
  static List<String> broken(List<Manifest> manifests, String database, int port) {
    Promises promises = new Promises(manifests);
    promises.checkObjects();
    promises.checkNetworkPolicies(database, port);
    promises.checkFrontend();
    promises.checkPurge();
    promises.checkIngress();
    return promises.problems.found();
  }

  private void checkObjects() {
    Set<String> titles = new TreeSet<>(manifests.keySet());
    titles.remove("Ingress/cofrap");
    titles.removeIf(title -> title.startsWith("NetworkPolicy/"));
    problems.expect(
        "objects",
        titles,
        Set.of(
            "CronJob/cofrap-purge",
            "Deployment/cofrap-frontend",
            "PodDisruptionBudget/cofrap-frontend",
            "Service/cofrap-frontend"));
  }

  /** Exactly these: who may connect to whom. */
  private void checkNetworkPolicies(String database, int port) {
    Map<String, JsonNode> found =
        manifests.values().stream()
            .filter(manifest -> manifest.kind().equals("NetworkPolicy"))
            .collect(toMap(Manifest::name, manifest -> manifest.at("/spec")));
    JsonNode expected =
        Manifest.value(
            resource("network-policies.yaml")
                .replace("DATABASE", database)
                .replace("PORT", Integer.toString(port)));
    problems.expect("policies", found.keySet(), Set.copyOf(expected.propertyNames()));
    expected.forEachEntry(
        (name, policy) -> problems.expect("policy " + name, found.get(name), policy));
  }

  private void checkFrontend() {
    JsonNode labels = PodPromises.labels("frontend");
    Manifest deployment = manifest("Deployment", FRONTEND);
    new PodPromises("frontend", 101, problems).check(deployment.at("/spec/template"));
    problems.expect(
        "pods missing in a rollout",
        deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asString(),
        "0");
    problems.expect("service's pods", manifest("Service", FRONTEND).at("/spec/selector"), labels);
    problems.expect(
        "disruption budget's pods",
        manifest("PodDisruptionBudget", FRONTEND).at("/spec/selector/matchLabels"),
        labels);
  }

  private void checkPurge() {
    Manifest purge = manifest("CronJob", "cofrap-purge");
    new PodPromises("purge", 10001, problems).check(purge.at("/spec/jobTemplate/spec/template"));
    problems.expect("purges at a time", purge.at("/spec/concurrencyPolicy").asString(), "Forbid");
  }

  /** If there is one: with TLS, and to the frontend alone. */
  private void checkIngress() {
    Manifest ingress = manifests.get("Ingress/cofrap");
    if (ingress == null) {
      return;
    }
    List<JsonNode> rules = ingress.at("/spec/rules").valueStream().toList();
    List<JsonNode> tls = ingress.at("/spec/tls").valueStream().toList();
    problems.expect(
        "ingress: hosts with TLS",
        tls.stream().flatMap(entry -> entry.path("hosts").valueStream()).toList(),
        rules.stream().map(rule -> rule.path("host")).toList());
    problems.expect(
        "ingress: its certificate",
        tls.stream().noneMatch(entry -> entry.path("secretName").asString("").isEmpty()),
        true);
    List<String> backends =
        rules.stream()
            .flatMap(rule -> rule.at("/http/paths").valueStream())
            .map(path -> path.at("/backend/service/name").asString(""))
            .distinct()
            .toList();
    problems.expect("ingress: backends", backends, List.of(FRONTEND));
  }

  private Manifest manifest(String kind, String name) {
    return Objects.requireNonNull(manifests.get(kind + "/" + name), kind + "/" + name);
  }

  private static String resource(String name) {
    try (InputStream file = Objects.requireNonNull(Promises.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
