package fr.cofrap.tests.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.cofrap.tests.Pause;
import fr.cofrap.tests.Repository;
import fr.cofrap.tests.docker.Program;
import fr.cofrap.tests.docker.Program.Ending;
import fr.cofrap.tests.kubernetes.Kubectl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A namespace for testing {@code seal} and {@code rotate}; closing deletes it. */
record SealingNamespace(Kubectl kubectl, Path folder) implements AutoCloseable {
  private static final Duration HUNG = Duration.ofMinutes(3);
  private static final Duration HUNG_SCRIPT = Duration.ofMinutes(30);
  private static final Path SCRIPTS = Repository.root().resolve("sealed-secrets");
  private static final String ALL =
      """
      {{range .items}}{{$name := .metadata.name}}{{range $key, $value := .data}}\
      {{$name}}/{{$key}} {{$value}}
      {{end}}{{end}}\
      """;

  static SealingNamespace create(Path folder) {
    String name = "cofrap-sealing-test-" + UUID.randomUUID().toString().substring(0, 8);
    SealingNamespace namespace = new SealingNamespace(new Kubectl(name), folder);
    namespace.kubectl().run("create", "namespace", name);
    return namespace;
  }

  /** Seals and applies, with the manifests in the folder {@code out}. */
  Ending seal(String... options) {
    return script("seal", "--apply", "--out", manifests().toString()).and(options).run();
  }

  Ending rotate(String... words) {
    return rotation(words).run();
  }

  Program rotation(String... words) {
    return script("rotate", words);
  }

  private Program script(String name, String... words) {
    return Program.of(
            SCRIPTS.resolve(name).toString(), words[0], "--namespace", kubectl.namespace())
        .and(Stream.of(words).skip(1).toList())
        .within(HUNG_SCRIPT);
  }

  Path manifests() {
    return folder.resolve("out");
  }

  /** Creates a certificate of this name, and returns its file. */
  Path certificate(String name) {
    Path file = folder.resolve(name + ".crt");
    Program.of("openssl", "req", "-x509", "-newkey", "rsa:2048", "-noenc", "-days", "1")
        .and("-subj", "/CN=" + name, "-keyout", folder.resolve(name + ".key").toString())
        .and("-out", file.toString())
        .output();
    return file;
  }

  String value(String secret, String file) {
    return new String(Base64.getDecoder().decode(values().get(secret + "/" + file)), UTF_8);
  }

  /** Every value in base64, by {@code SECRET/FILE}. */
  Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    kubectl
        .run("get", "secrets", "-o", "go-template=" + ALL)
        .lines()
        .map(line -> line.split(" ", 2))
        .forEach(columns -> values.put(columns[0], columns[1]));
    return values;
  }

  /** Until the controller has done its part. */
  void awaitValues(Predicate<Map<String, String>> expected) {
    Instant end = Instant.now().plus(HUNG);
    while (!expected.test(values())) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("The secrets stay as they are: " + values().keySet());
      }
      Pause.of(Duration.ofMillis(500));
    }
  }

  /** The files under a folder, by their names. */
  static Map<String, String> files(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kubectl.run("delete", "namespace", kubectl.namespace(), "--wait=false");
  }
}
