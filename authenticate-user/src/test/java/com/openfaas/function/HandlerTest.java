package com.openfaas.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openfaas.model.IResponse;
import fr.cofrap.Wiring;
import fr.cofrap.config.Settings;
import fr.cofrap.runtime.HttpRequest;
import fr.cofrap.runtime.Misconfigured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The handler without its database; tests over HTTP cover it with one. */
class HandlerTest {
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @TempDir Path secrets;

  @Test
  void rejectsAnUnknownFieldBeforeAnyLookup() throws IOException {
    IResponse response =
        responseTo(
            "{\"username\":\"michel.ranu\",\"password\":\"x\",\"code\":\"123456\",\"role\":\"admin\"}");

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody()).contains("\"error\":\"invalid_request\"");
  }

  /** A lookup would be 503 here, and hashing happens only after the lookup. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"username\":\"michel.ranu\",\"password\":\"AAAAAAAAAAAAAAAAAAAAAAAA\"}",
        "{\"username\":\"michel.ranu\",\"password\":\"AAAAAAAAAAAAAAAAAAAAAAAA\",\"code\":\"12345\"}",
        "{\"username\":\"michel.ranu\",\"password\":\"AAAAAAAAAAAAAAAAAAAAAAAA\",\"code\":\"123456\",\"renew\":\"yes\"}",
      })
  void rejectsBadInputBeforeAnyLookupOrHash(String body) throws IOException {
    IResponse response = responseTo(body);

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody()).contains("\"error\":\"invalid_request\"");
  }

  @Test
  void returnsWhenToTryAgainIfTheDatabaseIsUnavailable() throws IOException {
    IResponse response =
        responseTo("{\"username\":\"michel.ranu\",\"password\":\"x\",\"code\":\"123456\"}");

    assertThat(response.getStatusCode()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isNotBlank();
    assertThat(response.getBody()).contains("\"error\":\"unavailable\"");
  }

  @Test
  void doesNotStartWithoutTheKeyOfFingerprints() throws IOException {
    Files.writeString(secrets.resolve("DB_PASSWORD"), "not used");
    Files.writeString(secrets.resolve("MFA_KEY_B64"), KEY);
    Files.writeString(secrets.resolve("TICKET_KEY_B64"), KEY);
    try (Wiring wiring = new Wiring(settings())) {
      assertThatThrownBy(() -> new Handler(wiring))
          .isInstanceOf(Misconfigured.class)
          .hasMessageContaining("FINGERPRINT_KEY_B64");
    }
  }

  @Test
  void doesNotStartWithoutTheKeyOfTotpSecrets() throws IOException {
    Files.writeString(secrets.resolve("DB_PASSWORD"), "not used");
    Files.writeString(secrets.resolve("FINGERPRINT_KEY_B64"), KEY);
    Files.writeString(secrets.resolve("TICKET_KEY_B64"), KEY);
    try (Wiring wiring = new Wiring(settings())) {
      assertThatThrownBy(() -> new Handler(wiring))
          .isInstanceOf(Misconfigured.class)
          .hasMessageContaining("MFA_KEY_B64");
    }
  }

  @Test
  void doesNotStartWithoutTheTicketKey() throws IOException {
    Files.writeString(secrets.resolve("DB_PASSWORD"), "not used");
    Files.writeString(secrets.resolve("FINGERPRINT_KEY_B64"), KEY);
    Files.writeString(secrets.resolve("MFA_KEY_B64"), KEY);
    try (Wiring wiring = new Wiring(settings())) {
      assertThatThrownBy(() -> new Handler(wiring))
          .isInstanceOf(Misconfigured.class)
          .hasMessageContaining("TICKET_KEY_B64");
    }
  }

  private IResponse responseTo(String body) throws IOException {
    Files.writeString(secrets.resolve("DB_PASSWORD"), "not used");
    Files.writeString(secrets.resolve("FINGERPRINT_KEY_B64"), KEY);
    Files.writeString(secrets.resolve("MFA_KEY_B64"), KEY);
    Files.writeString(secrets.resolve("TICKET_KEY_B64"), KEY);
    try (Handler handler = new Handler(new Wiring(settings()))) {
      return handler.Handle(HttpRequest.post("application/json", body));
    }
  }

  /** Nothing listens on port 9 of this machine. */
  private Settings settings() {
    return new Settings(
        Map.of(
            "SECRETS_DIR", secrets.toString(),
            "DB_HOST", "127.0.0.1",
            "DB_PORT", "9",
            "DB_SSLMODE", "disable"));
  }
}
