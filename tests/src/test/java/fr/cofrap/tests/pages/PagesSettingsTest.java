package fr.cofrap.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.docker.Container;
import fr.cofrap.tests.docker.Network;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings that the pages' image takes from its environment. */
@Tag("images")
class PagesSettingsTest {
  @Test
  void signUpIsOpenAndNoPersonMeetsALimitByDefault() {
    try (Frontend frontend = Frontend.start("1001", Map.of())) {
      expectSignUp(frontend, "open");
      for (int i = 0; i < 50; i++) {
        frontend.request("/function/generate-password").post("{}").expect(201);
      }
    }
  }

  @Test
  void anEmptySettingHasItsDefault() {
    Map<String, String> empty =
        Map.of("SIGN_UP", "", "TRUSTED_PROXIES", "", "REQUESTS_PER_SECOND", "");
    try (Frontend frontend = Frontend.start("1001", empty)) {
      expectSignUp(frontend, "open");
    }
  }

  @Test
  void settingsJsonSaysThatSignUpIsClosed() {
    try (Frontend frontend = Frontend.start("1001", Map.of("SIGN_UP", "closed"))) {
      expectSignUp(frontend, "closed");
    }
  }

  private static void expectSignUp(Frontend frontend, String signUp) {
    frontend
        .request("/settings.json")
        .get()
        .expect(200)
        .expect("{\"signUp\":\"" + signUp + "\"}")
        .expect("Content-Type", "application/json")
        .expect("Cache-Control", "no-store")
        .expectSecurityHeaders();
    frontend.request("/settings.json").send("HEAD", BodyPublishers.noBody()).expect(200);
    frontend.request("/settings.json").post("{}").expect(405).expect("Allow", "GET, HEAD");
  }

  @ParameterizedTest
  @CsvSource({
    "SIGN_UP, no, open or closed",
    "SIGN_UP, 'open; evil', open or closed",
    "TRUSTED_PROXIES, 11, a whole number from 0 to 10",
    "TRUSTED_PROXIES, -1, a whole number from 0 to 10",
    "REQUESTS_PER_SECOND, 0, a whole number from 1 to 9999",
    "REQUESTS_PER_SECOND, 1.5, a whole number from 1 to 9999",
  })
  void endsWithOneLineThatNamesAnInvalidSetting(String name, String value, String allowed) {
    try (Network network = Network.create("pages-settings");
        Container pages = Frontend.pages(network, "1001", Map.of(name, value))) {
      assertThat(pages.awaitExit()).isEqualTo(1);
      assertThat(pages.log().strip())
          .isEqualTo("%s is \"%s\"; it must be %s".formatted(name, value, allowed));
    }
  }
}
