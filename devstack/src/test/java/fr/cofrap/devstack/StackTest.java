package fr.cofrap.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.devstack.postgres.PostgresServer;
import fr.cofrap.devstack.process.FunctionLaunch;
import fr.cofrap.devstack.process.FunctionProcess;
import fr.cofrap.devstack.process.StartFailure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("postgres")
class StackTest {
  @TempDir static Path temporary;
  private static final List<String> REPORTED = new CopyOnWriteArrayList<>();
  private static Path repository;
  private static StackOptions options;
  private static Stack stack;

  @BeforeAll
  static void start() throws IOException {
    repository = TestRepository.in(temporary.resolve("repository"));
    options =
        TestRepository.options(temporary.resolve("data"), repository)
            .withEnvironment(Map.of("CREDENTIAL_LIFETIME", "PT20S"))
            .withProgress(REPORTED::add);
    stack = Stack.start(options);
  }

  @AfterAll
  static void stop() {
    List<FunctionProcess> functions = stack.replicas("authenticate-user");
    stack.close();
    assertThat(functions).isNotEmpty().noneMatch(FunctionProcess::isAlive);
    assertThat(stack.database().isRunning()).isFalse();
    assertThat(temporary.resolve("data/run")).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "generate-password|[DB_PASSWORD, FINGERPRINT_KEY_B64, TICKET_KEY_B64]",
        "generate-2fa|[DB_PASSWORD, FINGERPRINT_KEY_B64, MFA_KEY_B64]",
        "authenticate-user|[DB_PASSWORD, FINGERPRINT_KEY_B64, MFA_KEY_B64, TICKET_KEY_B64]"
      })
  void givesEachFunctionItsOwnSecrets(String function, String secrets) throws Exception {
    assertThat(get("/function/" + function + "/secrets")).isEqualTo(secrets);
  }

  @Test
  void givesTheFunctionsTheirSettingsAndNothingElse() throws Exception {
    Set<String> names = new HashSet<>();
    String environment = get("/function/generate-2fa/environment");
    environment.lines().forEach(line -> names.add(line.substring(0, line.indexOf('='))));
    names.removeAll(List.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ"));
    assertThat(names)
        .containsExactlyInAnyOrder(
            "HTTP_ADDRESS",
            "HTTP_PORT",
            "SHUTDOWN_GRACE",
            "TRUSTED_PROXIES",
            "SECRETS_DIR",
            "DB_HOST",
            "DB_PORT",
            "DB_NAME",
            "DB_USER",
            "DB_SSLMODE",
            "CREDENTIAL_LIFETIME");
    assertThat(environment)
        .contains("DB_PORT=" + stack.database().port(), "HTTP_ADDRESS=127.0.0.1")
        .contains("TRUSTED_PROXIES=1");
  }

  @Test
  void restartsPostgresWhenItExitsByItself() throws Exception {
    long pid = stack.database().pid();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    Patience.await(() -> stack.database().pid() != pid && stack.database().pid() != 0);
    assertThat(REPORTED).anyMatch(line -> line.contains("PostgreSQL exited by itself"));
    try (var connection = stack.database().ownerDataSource().getConnection()) {
      assertThat(connection.isValid(60)).isTrue();
    }
  }

  @Test
  void stopsEverythingEvenIfItsLogsAreGone(@TempDir Path folder) throws IOException {
    Stack doomed = Stack.start(TestRepository.options(folder.resolve("data"), repository));
    List<FunctionProcess> functions = doomed.replicas("generate-2fa");
    FileUtils.deleteDirectory(doomed.logs().toFile());
    doomed.close();
    assertThat(functions).isNotEmpty().noneMatch(FunctionProcess::isAlive);
    assertThat(doomed.database().isRunning()).isFalse();
  }

  @Test
  void refusesASecondStackInItsFolder() {
    assertThatThrownBy(() -> Stack.start(options))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(temporary.resolve("data") + " is in use")
        .hasMessageContaining("process " + ProcessHandle.current().pid())
        .hasMessageNotContaining("\n");
  }

  @Test
  void sendsRequestsToAReplicaWhileItRuns() throws Exception {
    FunctionProcess replica = stack.startReplica("generate-2fa");
    assertThat(pids("generate-2fa")).hasSize(2).contains("" + replica.pid());
    replica.stop();
    assertThat(replica.isAlive()).isFalse();
    assertThat(pids("generate-2fa")).hasSize(1).doesNotContain("" + replica.pid());
  }

  @Test
  void restartsAFunctionThatDied() throws Exception {
    long pid = stack.replicas("generate-password").getFirst().pid();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    Patience.await(() -> {
      String now = get("/function/generate-password/pid");
      return now.matches("\\d+") && Long.parseLong(now) != pid;
    });
    assertThat(REPORTED).anyMatch(line -> line.startsWith("generate-password exited"));
  }

  @Test
  void showsTheLastLogLineOfAFunctionThatDoesNotStart() throws IOException {
    Path empty = Files.createDirectory(temporary.resolve("empty"));
    FunctionLaunch launch =
        stack.launchOf("generate-2fa").withSecrets(empty).withLog(temporary.resolve("bad.log"));
    assertThatThrownBy(() -> FunctionProcess.start(launch))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("generate-2fa does not start")
        .hasMessageContaining("DB_PASSWORD is missing");
    FunctionProcess process = FunctionProcess.launch(launch);
    assertThat(process.awaitExit(Patience.LIMIT)).hasValue(1);
    assertThat(process.lines()).hasSize(1);
  }

  @Test
  void stopsEverythingIfAFunctionDoesNotStart() throws IOException {
    Path broken = TestRepository.in(temporary.resolve("broken"));
    Files.delete(broken.resolve("authenticate-user/target/app/function.jar"));
    Path data = temporary.resolve("other-data");
    assertThatThrownBy(() -> Stack.start(TestRepository.options(data, broken)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("authenticate-user");
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(data.resolve("run")).isEmptyDirectory();
  }

  @Test
  void keepsSettingsForLaterRunsAndRejectsAWrongOneBeforeAnythingStarts() throws Exception {
    StackOptions own = TestRepository.options(temporary.resolve("settings"), repository);
    try (Stack first = Stack.start(own.withSettings(Map.of("OTP_ISSUER", "Us")))) {
      assertThat(first.launchOf("generate-2fa").environment()).containsEntry("OTP_ISSUER", "Us");
    }
    try (Stack second = Stack.start(own.withSettings(Map.of("SHUTDOWN_GRACE", "PT1S")))) {
      assertThat(second.launchOf("generate-2fa").environment())
          .containsEntry("OTP_ISSUER", "Us")
          .containsEntry("SHUTDOWN_GRACE", "PT1S");
    }
    List<String> reported = new CopyOnWriteArrayList<>();
    StackOptions wrong = own.withSettings(Map.of("LOG_LEVEL", "wrong"));
    assertThatThrownBy(() -> Stack.start(wrong.withProgress(reported::add)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("LOG_LEVEL is \"wrong\"");
    assertThat(reported).isEmpty();
    assertThat(Files.readString(temporary.resolve("settings/settings"))).doesNotContain("wrong");
  }

  @Test
  void countsATlsProxyAmongTheTrustedOnesUnlessTheSettingSaysOtherwise() {
    StackOptions own =
        TestRepository.options(temporary.resolve("tls"), repository).withBehindTls(true);
    assertTrustedProxies("2", own);
    assertTrustedProxies("0", own.withSettings(Map.of("TRUSTED_PROXIES", "0")));
    assertTrustedProxies("2", own.withSettings(Map.of("TRUSTED_PROXIES", "")));
  }

  private static void assertTrustedProxies(String count, StackOptions options) {
    try (Stack other = Stack.start(options)) {
      assertThat(other.launchOf("generate-password").environment())
          .containsEntry("TRUSTED_PROXIES", count);
    }
  }

  @Test
  void startsTheFunctionsWhileTheDatabaseIsStopped() {
    StackOptions stopped =
        TestRepository.options(temporary.resolve("stopped"), repository)
            .withEnvironment(Map.of("LOG_LEVEL", "WARNING"))
            .withDatabaseStopped();
    try (Stack other = Stack.start(stopped)) {
      PostgresServer database = other.database();
      assertThat(database.isRunning()).isFalse();
      assertThat(other.replicas("generate-2fa")).hasSize(1).allMatch(FunctionProcess::isAlive);
      database.start();
      assertThat(database.isRunning()).isTrue();
    }
  }

  private static Set<String> pids(String function) throws Exception {
    Set<String> pids = new HashSet<>();
    for (int i = 0; i < 4; i++) {
      pids.add(get("/function/" + function + "/pid"));
    }
    return pids;
  }

  private static String get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(stack.gateway().resolve(path)).build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    return response.body();
  }
}
