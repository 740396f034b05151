package fr.cofrap.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.ApiRequest;
import fr.cofrap.tests.api.ApiResponse;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.Database;
import fr.cofrap.tests.installation.Installation;
import fr.cofrap.tests.installation.SharedInstallation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each invalid request gets the right status, and changes nothing in the database. */
@Tag("postgres")
@ExtendWith(SharedInstallation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private final Installation installation;
  private final Api api;
  private final Database database;
  private List<String> before = List.of();

  BadInputTest(Installation installation) {
    this.installation = installation;
    api = installation.api();
    database = installation.database();
  }

  @BeforeAll
  void rememberTheDatabase() {
    before = database.everything();
  }

  @AfterEach
  void theDatabaseIsUnchanged() {
    assertThat(database.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource({
    "fr.cofrap.tests.contract.BadJson#notOneJsonObject",
    "fr.cofrap.tests.contract.BadJson#otherCharacterSets",
    "fr.cofrap.tests.contract.BadJson#wrongMembers",
    "fr.cofrap.tests.contract.BadValues#badUsernames",
    "fr.cofrap.tests.contract.BadValues#badPasswords",
    "fr.cofrap.tests.contract.BadValues#badCodes",
    "fr.cofrap.tests.contract.BadHttp#tooLarge",
    "fr.cofrap.tests.contract.BadHttp#badMediaTypes",
    "fr.cofrap.tests.contract.BadHttp#badMethods",
    "fr.cofrap.tests.contract.BadHttp#moreThanOneFault"
  })
  void isRejected(BadInput input) {
    ApiResponse response = api.send(input.request()).expect(input.status());

    if (!input.request().method().equals("HEAD")) {
      response.expect(input.status(), input.error());
    }
  }

  @ParameterizedTest
  @EnumSource
  void functionsRejectUnusualMethods(Operation operation) {
    assertUnusualMethodsAreRejected(
        operation, Api.of(installation.replicas(operation, 1).getFirst()));
  }

  /** OpenFaaS' own gateway forwards none of them. */
  @ParameterizedTest
  @EnumSource
  @Tag("one-machine")
  void unusualMethodsAreRejectedThroughTheGateway(Operation operation) {
    assertUnusualMethodsAreRejected(operation, api);
  }

  private static void assertUnusualMethodsAreRejected(Operation operation, Api api) {
    for (String method : List.of("TRACE", "PROPFIND", "QUERY", "post")) {
      ApiRequest request = ApiRequest.of(operation, ValidInput.text(operation)).withMethod(method);
      api.send(request).expect(405, "method_not_allowed");
    }
  }

  @ParameterizedTest
  @EnumSource
  void inputAtTheLimitsIsProcessed(Operation operation) {
    List<ApiRequest> requests = new ArrayList<>();
    requests.add(ApiRequest.of(operation, ValidInput.padded(operation, 4096)));
    for (String type :
        List.of(
            "application/json; charset=utf-8",
            "application/json;charset=UTF-8",
            "Application/JSON",
            "application/json; charset=\"utf-8\"")) {
      requests.add(ApiRequest.of(operation, ValidInput.text(operation)).withContentType(type));
    }
    for (String username : List.of("a-z", "A.Z_0", "...", "a".repeat(64))) {
      requests.add(ApiRequest.of(operation, ValidInput.with(operation, "username", username)));
    }
    if (operation == Operation.GENERATE_PASSWORD) {
      for (String ticket : List.of("", "x", "\u0000", "x".repeat(4000))) {
        requests.add(ApiRequest.of(operation, ValidInput.with(operation, "renewalTicket", ticket)));
      }
    } else {
      for (String password :
          List.of("", "x", "p".repeat(128), "\uD83D\uDD11".repeat(128), "pä\u0000")) {
        requests.add(ApiRequest.of(operation, ValidInput.with(operation, "password", password)));
      }
    }

    for (ApiRequest request : requests) {
      api.send(request).expect(401);
    }
  }
}
