package fr.cofrap.tests.contract;

import fr.cofrap.tests.api.ApiRequest;
import java.util.stream.Stream;

/**
 * Requests that are rejected before the JSON is parsed, in this order: method, size, media type.
 */
final class BadHttp {
  private BadHttp() {}

  static Stream<BadInput> tooLarge() {
    return ForEachFunction.of(operation ->
        Stream.of(4097, 5 * 1024, 70_000, 1024 * 1024)
            .map(bytes ->
                new BadInput(
                    bytes + " bytes",
                    ApiRequest.of(operation, ValidInput.padded(operation, bytes)),
                    413,
                    "too_large")));
  }

  static Stream<BadInput> badMediaTypes() {
    return ForEachFunction.of(operation -> {
      ApiRequest valid = ApiRequest.of(operation, ValidInput.text(operation));
      Stream<String> types =
          Stream.of(
              "text/plain",
              "text/json",
              "text/plain; a=application/json",
              "application/x-www-form-urlencoded",
              "multipart/form-data; boundary=x",
              "application/jsonp",
              "application/problem+json",
              "application/json; charset=iso-8859-1",
              "application/json; charset=utf-16",
              "*/*",
              "json");
      return Stream.concat(
          types.map(type -> unsupported(type, valid.withContentType(type))),
          Stream.of(unsupported("no media type", valid.withContentType(null))));
    });
  }

  static Stream<BadInput> badMethods() {
    return ForEachFunction.of(operation ->
        Stream.of("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")
            .map(method ->
                new BadInput(
                    method,
                    ApiRequest.of(operation, ValidInput.text(operation)).withMethod(method),
                    405,
                    "method_not_allowed")));
  }

  static Stream<BadInput> moreThanOneFault() {
    return ForEachFunction.of(operation -> {
      ApiRequest large = ApiRequest.of(operation, "x".repeat(5000)).withContentType("text/plain");
      return Stream.of(
          new BadInput(
              "a large object of unknown fields",
              ApiRequest.of(operation, "{\"unknown\":\"" + "x".repeat(5000) + "\"}"),
              413,
              "too_large"),
          new BadInput("large text in a PUT", large.withMethod("PUT"), 405, "method_not_allowed"),
          new BadInput("large text", large, 413, "too_large"),
          new BadInput(
              "huge text in a PUT",
              ApiRequest.of(operation, "x".repeat(70_000)).withMethod("PUT"),
              413,
              "too_large"),
          unsupported(
              "text that is not JSON", ApiRequest.of(operation, "x").withContentType("text/x")));
    });
  }

  private static BadInput unsupported(String what, ApiRequest request) {
    return new BadInput(what, request, 415, "unsupported_media_type");
  }
}
