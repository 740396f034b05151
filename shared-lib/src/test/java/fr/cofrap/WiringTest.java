package fr.cofrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.config.Settings;
import fr.cofrap.keys.Keys;
import fr.cofrap.password.Password;
import fr.cofrap.runtime.Misconfigured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WiringTest {
  @TempDir Path secrets;

  @Test
  void readsOnlyTheSecretsOfRequestedParts() throws IOException {
    Files.writeString(secrets.resolve("TICKET_KEY_B64"), Keys.base64(1));
    try (Wiring wiring = wiring()) {
      assertThat(wiring.ticketIssuer()).isNotNull();
      assertThatThrownBy(wiring::secretVault)
          .isInstanceOf(Misconfigured.class)
          .hasMessageContaining("MFA_KEY_B64");
      assertThatThrownBy(wiring::accounts)
          .isInstanceOf(Misconfigured.class)
          .hasMessageContaining("DB_PASSWORD");
    }
  }

  @Test
  void sharesOneHasherAndStopsItOnClose() {
    Wiring wiring = wiring();
    assertThat(wiring.passwordHasher()).isSameAs(wiring.passwordHasher());
    wiring.close();
    Password password = new Password("never hashed");
    assertThatThrownBy(() -> wiring.passwordHasher().hash(password, this))
        .isInstanceOf(Unavailable.class);
  }

  private Wiring wiring() {
    return new Wiring(new Settings(Map.of("SECRETS_DIR", secrets.toString())));
  }
}
