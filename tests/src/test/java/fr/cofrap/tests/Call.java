package fr.cofrap.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request, which may be as wrong as one likes. */
record Call(Operation operation, String method, @Nullable String contentType, BodyPublisher body) {
  static Call of(Operation operation, Map<String, ?> members) {
    return of(operation, Json.write(members));
  }

  static Call of(Operation operation, String body) {
    return of(operation, body.getBytes(UTF_8));
  }

  static Call of(Operation operation, byte[] body) {
    return new Call(operation, "POST", "application/json", BodyPublishers.ofByteArray(body));
  }

  Call withMethod(String other) {
    return new Call(operation, other, contentType, body);
  }

  Call withContentType(@Nullable String other) {
    return new Call(operation, method, other, body);
  }
}
