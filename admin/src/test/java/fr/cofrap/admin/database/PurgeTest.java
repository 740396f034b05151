package fr.cofrap.admin.database;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.admin.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code purge}: what it deletes, and what it keeps. */
@Tag("postgres")
final class PurgeTest {
  @BeforeEach
  void empty() {
    PurgeDatabase.empty();
  }

  @Test
  void deletesOnlyWhatHasNoEffect() {
    CredentialSet stale = CredentialSet.pending("stale", 0).counted();
    CredentialSet usable = CredentialSet.pending("usable", 60).counted();
    CredentialSet active = CredentialSet.active("active").counted();
    CredentialSet ended = CredentialSet.ended().counted();
    assertThat(purge().out()).isEqualTo("deleted pending_credentials: 1, code_attempts: 2\n");
    assertThat(stale.isPending()).isFalse();
    assertThat(stale.hasCount()).isFalse();
    assertThat(ended.hasCount()).isFalse();
    assertThat(usable.isPending()).isTrue();
    assertThat(usable.hasCount()).isTrue();
    assertThat(active.isActive()).isTrue();
    assertThat(active.hasCount()).isTrue();
    assertThat(purge().out()).isEqualTo("deleted pending_credentials: 0, code_attempts: 0\n");
  }

  /** Only its count shows that a set is disabled. */
  @Test
  void keepsADisabledSetDisabled() {
    CredentialSet disabled = CredentialSet.active("disabled").counted(50);
    purge();
    assertThat(disabled.hasCount()).isTrue();
  }

  @Test
  void keepsTheCountOfASetWithAStaleRenewal() {
    CredentialSet active = CredentialSet.active("renewing").counted();
    CredentialSet renewal = CredentialSet.pending("renewing", 0);
    purge();
    assertThat(renewal.isPending()).isFalse();
    assertThat(active.hasCount()).isTrue();
  }

  @Test
  void explainsAFailureInOneLine() {
    Program program = PurgeDatabase.purge("wrong");
    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.err())
        .startsWith("cofrap: cofrap_purge@127.0.0.1")
        .contains("rejects this user or password")
        .hasLineCount(1);
  }

  private static Program purge() {
    Program program = PurgeDatabase.purge(PurgeDatabase.PASSWORD);
    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    return program;
  }
}
