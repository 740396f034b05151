package fr.cofrap.tests.extension;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.devstack.Stack;
import fr.cofrap.devstack.StackOptions;
import fr.cofrap.tests.docker.Program;
import fr.cofrap.tests.installation.Workspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adding a function changes only the files that {@code docs/adding-a-function.md} names. */
@Tag("postgres")
@Tag("one-machine")
class FourthFunctionTest {
  private static final String HANDLER =
      """
      package com.openfaas.function;

      import fr.cofrap.Wiring;
      import fr.cofrap.http.ApiResponse;
      import fr.cofrap.http.Endpoint;
      import fr.cofrap.http.InvalidRequest;
      import fr.cofrap.http.RequestBody;
      import java.util.Set;

      /** {@code greet-user}: the fourth function. */
      public final class Handler extends Endpoint implements AutoCloseable {
        private final Wiring wiring = Wiring.fromEnvironment();

        @Override
        protected Set<String> fields() {
          return Set.of("username");
        }

        @Override
        protected ApiResponse respond(RequestBody body) throws InvalidRequest {
          return ApiResponse.success(200).with("greeted", body.username().value());
        }

        @Override
        public void close() {
          wiring.close();
        }
      }
      """;
  private static final String STACK_ENTRY =
      """

        greet-user:
          lang: java25
          handler: ./greet-user
          image: cofrap/greet-user
          secrets: [db-creds]
          environment: *environment
          labels: *labels
          requests: *requests
          limits: *limits
          readonly_root_filesystem: true
          build_args: *build_args
      """;

  private static final String CONTRACT =
      """
      paths:
        /function/greet-user:
          post:
            tags: [Login]
            operationId: greetUser
            summary: Greet a user
            responses:
              '200': { description: The user is greeted }
      """;

  @TempDir Path folder;

  @Test
  void buildsAndServesAFourthFunction() throws IOException, InterruptedException {
    Scratch scratch = new Scratch(folder.resolve("repository"));
    scratch.copy(".", ".");
    scratch.write("greet-user/pom.xml", scratch.read("generate-2fa/pom.xml"));
    scratch.replace("greet-user/pom.xml", "generate-2fa", "greet-user");
    scratch.write("greet-user/src/main/java/com/openfaas/function/Handler.java", HANDLER);
    scratch.append("stack.yml", STACK_ENTRY);
    scratch.replace(
        "pom.xml",
        "<module>devstack</module>",
        "<module>greet-user</module><module>devstack</module>");
    scratch.replace("docs/openapi.yaml", "paths:\n", CONTRACT);

    scratch.maven(
        "-Pquick",
        "-Dtest=SettingNamesTest,FunctionSettingsTest,OpenApiDocumentTest",
        "-Dsurefire.failIfNoSpecifiedTests=false",
        "package");

    assertThat(Program.of("script/functions").in(scratch.folder()).output().lines())
        .contains("greet-user");
    StackOptions options =
        StackOptions.in(folder.resolve("data"))
            .withRepository(scratch.folder())
            .withBinaries(Workspace.postgresPrograms());
    try (Stack stack = Stack.start(options)) {
      HttpResponse<String> response =
          post(stack.gateway().resolve("/function/greet-user"), "{\"username\":\"Ada.Byron\"}");

      assertThat(response.body()).isEqualTo("{\"success\":true,\"greeted\":\"ada.byron\"}");
    }
  }

  private static HttpResponse<String> post(URI address, String body)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
