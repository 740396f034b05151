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
  void removesAUserWithActiveAndPendingCredentialsAndNobodyElse() {
    CredentialSet active = CredentialSet.active("leaver");
    CredentialSet pending = CredentialSet.pending("leaver", 60);
    CredentialSet other = CredentialSet.active("stayer");

    PurgeDatabase.administration().removeUser("leaver");

    assertThat(active.isActive()).isFalse();
    assertThat(pending.isPending()).isFalse();
    assertThat(other.isActive()).isTrue();
  }

  @Test
  void acceptsThatThereIsNoSuchUser() {
    PurgeDatabase.administration().removeUser("nobody");
  }
}
