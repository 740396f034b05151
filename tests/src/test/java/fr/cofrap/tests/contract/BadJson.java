package fr.cofrap.tests.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import fr.cofrap.tests.api.ApiRequest;
import fr.cofrap.tests.api.Operation;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Bodies other than a single JSON object, in UTF-8, with the right members. */
final class BadJson {
  private BadJson() {}

  static Stream<BadInput> notOneJsonObject() {
    return ForEachFunction.of(operation -> {
      String valid = ValidInput.text(operation);
      String members = ValidInput.members(operation);
      Map<String, String> bodies = new HashMap<>();
      bodies.put("no body", "");
      bodies.put("blanks", " \n ");
      bodies.put("not JSON", "username=michel.ranu");
      bodies.put("null", "null");
      bodies.put("a string", "\"michel.ranu\"");
      bodies.put("a number", "42");
      bodies.put("true", "true");
      bodies.put("an empty array", "[]");
      bodies.put("wrapped in an array", "[" + valid + "]");
      bodies.put("truncated", valid.substring(0, valid.length() - 1));
      bodies.put("a trailing comma", "{" + members + ",}");
      bodies.put("trailing garbage", valid + "x");
      bodies.put("an extra brace", valid + "}");
      bodies.put("two objects", valid + valid);
      bodies.put("a comment", "{/* */" + members + "}");
      bodies.put("single quotes", valid.replace('"', '\''));
      bodies.put("names without quotes", valid.replace("\"username\"", "username"));
      bodies.put("a line break in a string", valid.replace("nobody", "no\nbody"));
      bodies.put("NUL bytes", "\0\0\0\0");
      bodies.put("deeply nested, unclosed arrays", "[".repeat(4000));
      bodies.put("nested arrays", "[".repeat(2000) + "]".repeat(2000));
      bodies.put("nested objects", "{\"a\":".repeat(600) + "1" + "}".repeat(600));
      bodies.put("a nested value", "{\"x\":" + "[".repeat(1500) + "]".repeat(1500) + "}");
      bodies.put("a long number", "{" + members + ",\"n\":" + "9".repeat(3000) + "}");
      bodies.put("a huge exponent", "{" + members + ",\"n\":1e999999999}");
      return bodies.entrySet().stream()
          .map(body -> BadInput.invalid(body.getKey(), ApiRequest.of(operation, body.getValue())));
    });
  }

  static Stream<BadInput> otherCharacterSets() {
    return ForEachFunction.of(operation -> {
      String valid = ValidInput.text(operation);
      List<BadInput> inputs = new ArrayList<>();
      for (Charset charset : List.of(UTF_16LE, UTF_16BE, Charset.forName("UTF-32BE"))) {
        inputs.add(
            BadInput.invalid("in " + charset, ApiRequest.of(operation, valid.getBytes(charset))));
      }
      inputs.add(BadInput.invalid("a byte order mark", ApiRequest.of(operation, "\uFEFF" + valid)));
      Map<String, String> bytes = new HashMap<>();
      bytes.put("a byte that is invalid in UTF-8", "\u00FF");
      bytes.put("a truncated character", "\u00C3");
      bytes.put("an overlong letter", "\u00C1\u00A1");
      bytes.put("an encoded surrogate", "\u00ED\u00A0\u0080");
      bytes.forEach((what, octets) ->
          inputs.add(
              BadInput.invalid(
                  what,
                  ApiRequest.of(operation, valid.replace("nobody", octets).getBytes(ISO_8859_1)))));
      return inputs.stream();
    });
  }

  static Stream<BadInput> wrongMembers() {
    return ForEachFunction.of(operation -> {
      List<BadInput> inputs = new ArrayList<>();
      String members = ValidInput.members(operation);
      inputs.add(BadInput.invalid("no members", ApiRequest.of(operation, "{}")));
      inputs.add(
          BadInput.invalid(
              "an unknown member", ApiRequest.of(operation, "{" + members + ",\"admin\":true}")));
      inputs.add(
          BadInput.invalid(
              "a name in upper case",
              ApiRequest.of(operation, "{" + members + ",\"USERNAME\":\"abc\"}")));
      inputs.add(
          BadInput.invalid(
              "another function's member",
              ApiRequest.of(
                  operation,
                  ValidInput.with(
                      operation,
                      operation == Operation.GENERATE_PASSWORD ? "password" : "renewalTicket",
                      "x"))));
      for (String member : ValidInput.of(operation).keySet()) {
        inputs.addAll(wrong(operation, member));
      }
      return inputs.stream();
    });
  }

  private static List<BadInput> wrong(Operation operation, String member) {
    List<BadInput> inputs = new ArrayList<>();
    String again = ",\"" + member + "\":" + "\"second\"}";
    inputs.add(
        BadInput.invalid(
            member + " twice",
            ApiRequest.of(operation, "{" + ValidInput.members(operation) + again)));
    if (!member.equals("renewalTicket")) {
      Map<String, Object> without = ValidInput.of(operation);
      without.remove(member);
      inputs.add(BadInput.invalid("no " + member, ApiRequest.of(operation, without)));
    }
    for (String value : List.of("null", "123456", "1.5", "true", "[\"abcdef\"]", "{\"a\":\"b\"}")) {
      String text =
          ValidInput.text(operation)
              .replaceAll("\"" + member + "\":\"[^\"]*\"", "\"" + member + "\":" + value);
      inputs.add(BadInput.invalid(member + " = " + value, ApiRequest.of(operation, text)));
    }
    return inputs;
  }
}
