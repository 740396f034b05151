package fr.cofrap.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.Holder;
import fr.cofrap.World;
import fr.cofrap.enrollment.RenewalOutcome.InvalidTicket;
import fr.cofrap.login.LoginOutcome.Rejected;
import fr.cofrap.password.Argon2Runs;
import fr.cofrap.ticket.RenewalTicket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RenewalTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final World world = new World();

  @Test
  void doesNotApplyTheSignUpLimitToRenewals() {
    World small = new World("P6M", 1, 1);
    Holder alice = small.enrolled("alice");
    small.issued(small.signUp("bob"));
    assertThat(small.signUp("carol")).isInstanceOf(SignUpOutcome.TooManySignUps.class);
    RenewalTicket ticket = alice.ticket();
    small.renewed("alice", ticket);
    small.renewed("alice", ticket).mustLogIn();
  }

  @Test
  void acceptsATicketForExactlyTenMinutes() {
    Holder alice = world.enrolled("alice");
    Instant start = world.now();
    RenewalTicket ticket = alice.ticket();
    world.clock.set(start.plus(Duration.ofMinutes(10)).minus(SECOND));
    world.issued(world.renew("alice", ticket));
    assertThat(world.audit.last()).isEqualTo("renewal ISSUED alice");
    world.clock.set(start.plus(Duration.ofMinutes(10)));
    assertThat(world.renew("alice", ticket)).isEqualTo(new InvalidTicket());
    assertThat(world.audit.last()).isEqualTo("renewal TICKET_INVALID alice");
  }

  /** Each password costs a hash, which whoever holds a ticket could request without end. */
  @Test
  void issuesTenPasswordsForATicketAndThenNeitherIssuesNorHashes() {
    Holder alice = world.enrolled("alice");
    RenewalTicket ticket = alice.ticket();
    for (int i = 0; i < 10; i++) {
      world.issued(world.renew("alice", ticket));
    }
    assertThat(
            Argon2Runs.of(
                () -> assertThat(world.renew("alice", ticket)).isEqualTo(new InvalidTicket())))
        .isZero();
    assertThat(world.audit.last()).isEqualTo("renewal TICKET_USED_UP alice");
    world.waitForNextCode();
    world.issued(world.renew("alice", alice.ticket()));
  }

  @Test
  void rejectsATicketOfAnotherUser() {
    RenewalTicket ticket = world.enrolled("alice").ticket();
    world.enrolled("bob");
    world.signedUp("carol");
    for (String other : new String[] {"bob", "carol"}) {
      assertThat(world.renew(other, ticket)).isEqualTo(new InvalidTicket());
      assertThat(world.audit.last()).isEqualTo("renewal TICKET_OF_ANOTHER_USER " + other);
    }
    assertThat(world.renew("nobody", ticket)).isEqualTo(new InvalidTicket());
    assertThat(world.audit.last()).isEqualTo("renewal TICKET_OF_ANOTHER_USER nobody");
  }

  @Test
  void rejectsATicketWhoseCredentialsWereReplaced() {
    Holder old = world.enrolled("alice");
    RenewalTicket ticket = old.ticket();
    world.renewed("alice", ticket).mustLogIn();
    assertThat(world.renew("alice", ticket)).isEqualTo(new InvalidTicket());
    assertThat(world.audit.last()).isEqualTo("renewal TICKET_SUPERSEDED alice");
  }

  /** A password that is not stored is not counted: the limit of ten would never be reached. */
  @Test
  void neitherIssuesNorHashesForATicketWhoseCredentialsWereDisabled() {
    Holder alice = world.enrolled("alice");
    for (int wrong = 0; wrong < 49; wrong++) {
      alice.logInWith(alice.wrongCode());
      world.clock.advance(Duration.ofMinutes(3));
    }
    RenewalTicket ticket = alice.ticket();
    world.issued(world.renew("alice", ticket));
    alice.logInWith(alice.wrongCode());
    assertThat(
            Argon2Runs.of(
                () -> assertThat(world.renew("alice", ticket)).isEqualTo(new InvalidTicket())))
        .isZero();
    assertThat(world.audit.last()).isEqualTo("renewal DISABLED alice");
  }

  @Test
  void neverActivatesARenewalOfDisabledCredentials() {
    Holder alice = world.enrolled("alice");
    for (int wrong = 0; wrong < 49; wrong++) {
      alice.logInWith(alice.wrongCode());
      world.clock.advance(Duration.ofMinutes(3));
    }
    Holder renewed = world.renewed("alice", alice.ticket());
    alice.logInWith(alice.wrongCode());
    assertThat(renewed.logIn()).isEqualTo(new Rejected());
    world.waitForNextCode();
    assertThat(alice.logIn()).isEqualTo(new Rejected());
  }

  @Test
  void activatesOnlyTheNewestRenewalOfATicket() {
    Holder old = world.enrolled("alice");
    RenewalTicket ticket = old.ticket();
    Holder first = world.renewed("alice", ticket);
    Holder second = world.renewed("alice", ticket);
    Holder third = world.renewed("alice", ticket);
    assertThat(first.logIn()).isEqualTo(new Rejected());
    assertThat(second.logIn()).isEqualTo(new Rejected());
    third.mustLogIn();
    world.waitForNextCode();
    for (Holder dead : new Holder[] {old, first, second}) {
      assertThat(dead.logIn()).isEqualTo(new Rejected());
    }
  }

  @Test
  void keepsTheCurrentCredentialsIfARenewalIsAbandoned() {
    Holder alice = world.enrolled("alice");
    Holder abandoned = world.renewed("alice", alice.ticket());
    world.clock.advance(Duration.ofHours(24));
    assertThat(abandoned.logIn()).isEqualTo(new Rejected());
    alice.mustLogIn();
  }

  @Test
  void rejectsAnythingThatIsNotATicket() {
    world.enrolled("alice");
    for (String text : new String[] {"", "ticket", "\u0000", "A".repeat(96), "A".repeat(256)}) {
      assertThat(world.renew("alice", new RenewalTicket(text, world.now())))
          .isEqualTo(new InvalidTicket());
      assertThat(world.audit.last()).isEqualTo("renewal TICKET_INVALID alice");
    }
  }
}
