package fr.cofrap.admin.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
final class AdministrationTest {
  @BeforeEach
  void empty() {
    PurgeDatabase.empty();
  }

  @Test
  void removesOnlyTheGivenUserWithAllCredentials() {
    CredentialSet active = CredentialSet.active("leaver");
    CredentialSet pending = CredentialSet.pending("leaver", 60);
    CredentialSet other = CredentialSet.active("stayer");

    PurgeDatabase.administration().removeUser("leaver");

    assertThat(active.isActive()).isFalse();
    assertThat(pending.isPending()).isFalse();
    assertThat(other.isActive()).isTrue();
  }

  @Test
  void ignoresAnUnknownUser() {
    PurgeDatabase.administration().removeUser("nobody");
  }
}
