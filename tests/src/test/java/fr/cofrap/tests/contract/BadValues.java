package fr.cofrap.tests.contract;

import fr.cofrap.tests.api.ApiRequest;
import fr.cofrap.tests.api.Json;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.user.Passwords;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Valid JSON with values that are not allowed. */
final class BadValues {
  private BadValues() {}

  static Stream<BadInput> badUsernames() {
    return ForEachFunction.of(operation ->
        withValues(
            operation,
            "username",
            "",
            "ab",
            "a".repeat(65),
            "a".repeat(2000),
            "\u0130stanbul",
            "\u0131smail",
            "\u212Aelvin",
            "\u017Fam.smith",
            "michel\u0000ranu",
            "michel.ranu\r\n",
            "michel\nranu",
            "michel\u2028ranu",
            "michel\u001B[31m",
            " michel",
            "michel ",
            "michel ranu",
            "michel@ranu",
            "../michel",
            "mich\u00E9l",
            "\uFF4D\uFF49\uFF43\uFF48",
            "\u043C\u0456\u0441h\u0435l",
            "abc\uD83D\uDD11",
            "x'; DROP TABLE users; --"));
  }

  static Stream<BadInput> badPasswords() {
    return Stream.of(Operation.GENERATE_2FA, Operation.AUTHENTICATE_USER)
        .flatMap(operation ->
            withValues(
                operation,
                "password",
                "p".repeat(129),
                "\uD83D\uDD11".repeat(129),
                Passwords.MADE_UP.repeat(100)));
  }

  static Stream<BadInput> badCodes() {
    Operation operation = Operation.AUTHENTICATE_USER;
    Stream<BadInput> codes =
        withValues(
            operation,
            "code",
            "",
            "12345",
            "0123456",
            "+12345",
            "-12345",
            "12345a",
            "0x1234",
            "1234.5",
            "123 456",
            " 123456",
            "123456 ",
            "123456\n",
            "\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16",
            "\u0661\u0662\u0663\u0664\u0665\u0666",
            "12345\uFF16",
            "\uD835\uDFCF23456");
    Stream<BadInput> renew =
        Stream.of("true", 1, "yes", List.of(true))
            .map(value ->
                BadInput.invalid(
                    "renew = " + value,
                    ApiRequest.of(operation, ValidInput.with(operation, "renew", value))));
    BadInput nothing =
        BadInput.invalid(
            "renew = null",
            ApiRequest.of(operation, "{" + ValidInput.members(operation) + ",\"renew\":null}"));
    return Stream.concat(Stream.concat(codes, renew), Stream.of(nothing));
  }

  private static Stream<BadInput> withValues(Operation operation, String member, String... values) {
    return Arrays.stream(values)
        .map(value ->
            BadInput.invalid(
                member + " = " + shown(value),
                ApiRequest.of(operation, ValidInput.with(operation, member, value))));
  }

  private static String shown(String value) {
    String json = Json.write(Map.of("", value));
    return json.length() < 60 ? json.substring(4, json.length() - 1) : value.length() + " letters";
  }
}
