package fr.cofrap.tests.extension;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Pause;
import fr.cofrap.tests.Repository;
import fr.cofrap.tests.docker.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The starter, in a folder laid out as {@code faas-cli new --lang java25 hello} leaves it. */
@Tag("one-machine")
class StarterTest {
  private static final Pattern SERVING =
      Pattern.compile("\"message\":\"serving\".*\"port\":(\\d+)");
  private static final int SIGTERM = 143;
  private static final String PARENT =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>hello</groupId>
        <artifactId>hello-parent</artifactId>
        <version>1.0.0</version>
        <packaging>pom</packaging>
        <modules>
          <module>template/java25</module>
          <module>hello</module>
        </modules>
      </project>
      """;

  @TempDir Path folder;

  @Test
  void passesItsTestsServesAndStopsOnSigterm() throws IOException, InterruptedException {
    Scratch scratch = new Scratch(folder);
    scratch.copy("template", "template");
    scratch.copy("template/java25/function", "hello");
    scratch.copy(".mvn", ".mvn");
    scratch.write("pom.xml", PARENT);

    // Skips the runtime's own tests.
    scratch.maven(
        "-pl",
        "hello",
        "-am",
        "-Dtest=com.openfaas.function.HandlerTest",
        "-Dsurefire.failIfNoSpecifiedTests=false",
        "package");

    assertThat(folder.resolve("hello/target/surefire-reports"))
        .isDirectoryContaining("glob:**HandlerTest.txt");
    Path log = folder.resolve("log");
    Process function = start(log);
    try {
      assertThat(greeting(address(function, log))).isEqualTo("Hello, COFRAP!");
      function.destroy();
      assertThat(function.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(function.exitValue()).isEqualTo(SIGTERM);
    } finally {
      function.destroyForcibly();
    }
  }

  private Process start(Path log) {
    return Program.of(Path.of(System.getProperty("java.home"), "bin/java").toString())
        .and("@" + Repository.root().resolve("template/java25/jvm.options"))
        .and("-cp", folder + "/hello/target/app/*", "fr.cofrap.runtime.Main")
        .with(Map.of("HTTP_PORT", "0", "SHUTDOWN_GRACE", "PT0S"))
        .inBackground(log);
  }

  private static URI address(Process function, Path log) throws IOException {
    while (true) {
      boolean alive = function.isAlive();
      String lines = Files.readString(log);
      Matcher serving = SERVING.matcher(lines);
      if (serving.find()) {
        return URI.create("http://127.0.0.1:" + serving.group(1) + "/");
      }
      assertThat(alive).as(lines).isTrue();
      Pause.of(Duration.ofMillis(50));
    }
  }

  private static String greeting(URI address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(address).POST(BodyPublishers.ofString("COFRAP")).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
