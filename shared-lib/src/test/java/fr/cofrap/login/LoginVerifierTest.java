package fr.cofrap.login;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.Holder;
import fr.cofrap.World;
import fr.cofrap.login.LoginOutcome.Authenticated;
import fr.cofrap.login.LoginOutcome.Expired;
import fr.cofrap.login.LoginOutcome.Rejected;
import fr.cofrap.password.Password;
import fr.cofrap.ticket.RenewalTicket;
import fr.cofrap.totp.OneTimeCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class LoginVerifierTest {
  private static final Password WRONG = new Password("A".repeat(24));

  private final World world = new World();

  @Test
  void activatesASignUpWithItsFirstLogin() {
    Holder alice = world.signedUp("alice");
    alice.mustLogIn();
    assertThat(world.audit.last()).isEqualTo("login ACTIVATED alice");
    world.waitForNextCode();
    assertThat(alice.mustLogIn().previousLoginAt())
        .contains(world.now().minus(Duration.ofSeconds(30)));
    assertThat(world.audit.last()).isEqualTo("login AUTHENTICATED alice");
  }

  @Test
  void activatesARenewalWithItsFirstLogin() {
    Holder old = world.enrolled("alice");
    world.renewed("alice", old.ticket()).mustLogIn();
    assertThat(world.audit.last()).isEqualTo("login ACTIVATED alice");
  }

  @Test
  void rejectsAWrongPasswordAndAnUnknownNameIdentically() {
    Holder alice = world.enrolled("alice");
    assertThat(world.logIn("alice", WRONG, alice.code())).isEqualTo(new Rejected());
    assertThat(world.audit.last()).isEqualTo("login WRONG_PASSWORD alice");
    assertThat(world.logIn("nobody", alice.password(), alice.code())).isEqualTo(new Rejected());
    assertThat(world.audit.last()).isEqualTo("login WRONG_PASSWORD nobody");
    alice.mustLogIn();
  }

  @Test
  void rejectsPendingCredentialsWithoutAnAuthenticator() {
    Password password = world.issued(world.signUp("alice"));
    Holder bob = world.enrolled("bob");
    assertThat(world.logIn("alice", password, bob.code())).isEqualTo(new Rejected());
    assertThat(world.audit.last()).isEqualTo("login NO_AUTHENTICATOR alice");
  }

  @Test
  void rejectsACodeThatWasAlreadyUsed() {
    Holder alice = world.enrolled("alice");
    alice.mustLogIn();
    assertThat(alice.logIn()).isEqualTo(new Rejected());
    assertThat(world.audit.last()).isEqualTo("login CODE_USED_OR_SUPERSEDED alice");
  }

  @Test
  void rejectsTheCodeThatActivatedACredentialSet() {
    Holder alice = world.signedUp("alice");
    alice.mustLogIn();
    assertThat(alice.logIn()).isEqualTo(new Rejected());
    Holder renewed = world.renewed("alice", ticketAfterOneStep(alice));
    renewed.mustLogIn();
    assertThat(renewed.logIn()).isEqualTo(new Rejected());
  }

  private RenewalTicket ticketAfterOneStep(Holder holder) {
    world.waitForNextCode();
    return holder.ticket();
  }

  @Test
  void rejectsAnEarlierStepAfterALaterOneWasUsed() {
    Holder alice = world.enrolled("alice");
    OneTimeCode earlier = alice.code(0);
    assertThat(alice.logInWith(alice.code(1))).isInstanceOf(Authenticated.class);
    assertThat(alice.logInWith(earlier)).isEqualTo(new Rejected());
    assertThat(alice.logInWith(alice.code(-1))).isEqualTo(new Rejected());
  }

  @Test
  void alwaysAcceptsALaterValidStep() {
    Holder alice = world.enrolled("alice");
    world.waitForNextCode();
    for (int skew = -1; skew <= 1; skew++) {
      assertThat(alice.logInWith(alice.code(skew))).isInstanceOf(Authenticated.class);
    }
  }

  @Test
  void rejectsStepsFurtherThanOneAway() {
    Holder alice = world.enrolled("alice");
    world.clock.advance(Duration.ofMinutes(5));
    for (int skew : new int[] {-3, -2, 2, 3}) {
      assertThat(alice.logInWith(alice.code(skew))).isEqualTo(new Rejected());
      assertThat(world.audit.last()).isEqualTo("login WRONG_CODE alice");
    }
    alice.mustLogIn();
  }

  @Test
  void usesUpTheCodeOfALoginWithExpiredCredentials() {
    Holder alice = world.enrolled("alice");
    world.clock.set(Instant.parse("2027-06-01T00:00:00Z"));
    assertThat(alice.logIn()).isInstanceOf(Expired.class);
    assertThat(world.audit.last()).isEqualTo("login EXPIRED alice");
    assertThat(alice.logIn()).isEqualTo(new Rejected());
    assertThat(world.audit.last()).isEqualTo("login CODE_USED_OR_SUPERSEDED alice");
  }

  @Test
  void keepsUsedStepsWhenARenewalActivates() {
    Holder old = world.enrolled("alice");
    Holder renewed = world.renewed("alice", old.ticket());
    assertThat(renewed.logInWith(renewed.code(1))).isInstanceOf(Authenticated.class);
    assertThat(renewed.logInWith(renewed.code(0))).isEqualTo(new Rejected());
    assertThat(renewed.logInWith(renewed.code(1))).isEqualTo(new Rejected());
  }

  @Test
  void doesNotPrintTheTicketOfAnOutcome() {
    Holder alice = world.enrolled("alice");
    LoginOutcome outcome = world.logInToRenew("alice", alice.password(), alice.code());
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Authenticated.class,
            authenticated ->
                assertThat(outcome.toString())
                    .doesNotContain(authenticated.renewalTicket().orElseThrow().text()));
  }
}
