package fr.cofrap.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.Holder;
import fr.cofrap.World;
import fr.cofrap.enrollment.PasswordIssuanceOutcome.InvalidTicket;
import fr.cofrap.enrollment.PasswordIssuanceOutcome.Issued;
import fr.cofrap.enrollment.PasswordIssuanceOutcome.TooManySignUps;
import fr.cofrap.enrollment.PasswordIssuanceOutcome.UsernameTaken;
import fr.cofrap.login.LoginOutcome.Expired;
import fr.cofrap.login.LoginOutcome.Rejected;
import fr.cofrap.password.Password;
import fr.cofrap.ticket.RenewalTicket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PasswordIssuanceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final World world = new World();

  @Test
  void tellsUntilWhenANameIsReservedAndAPasswordUsable() {
    world.clock.advance(Duration.ofMillis(999));
    assertThat(world.signUp("alice"))
        .isInstanceOfSatisfying(
            Issued.class,
            issued -> {
              assertThat(issued.username().value()).isEqualTo("alice");
              assertThat(issued.pendingUntil()).isEqualTo(Instant.parse("2026-11-20T12:15:00Z"));
              assertThat(issued.usableUntil()).isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
              assertThat(issued.toString()).doesNotContain(issued.password().revealToOwner());
            });
    assertThat(world.audit.entries()).containsExactly("PASSWORD_ISSUED alice");
  }

  @Test
  void reservesANameFor15MinutesToTheSecond() {
    world.issued(world.signUp("alice"));
    assertThat(world.signUp("alice")).isEqualTo(new UsernameTaken());
    assertThat(world.audit.last()).isEqualTo("SIGN_UP_NAME_TAKEN alice");
    world.clock.advance(Duration.ofMinutes(15).minus(SECOND));
    assertThat(world.signUp("alice")).isEqualTo(new UsernameTaken());
    world.clock.advance(SECOND);
    assertThat(world.signUp("alice")).isInstanceOf(Issued.class);
  }

  @Test
  void letsTheNewestSignUpOwnTheName() {
    Holder older = world.signedUp("alice");
    world.clock.advance(Duration.ofMinutes(15));
    Holder newest = world.signedUp("alice");
    assertThat(older.logIn()).isEqualTo(new Rejected());
    newest.mustLogIn();
    assertThat(older.logIn()).isEqualTo(new Rejected());
  }

  @Test
  void letsASignUpActivateAfterItsReservationIfNobodyTookTheName() {
    Holder alice = world.signedUp("alice");
    world.clock.advance(Duration.ofHours(24).minus(SECOND));
    alice.mustLogIn();
  }

  @Test
  void forgetsASignUpAfter24HoursWithoutAnyPurge() {
    Password unbound = world.issued(world.signUp("alice"));
    Holder bound = world.signedUp("bob");
    world.clock.advance(Duration.ofHours(24));
    assertThat(bound.logIn()).isEqualTo(new Rejected());
    assertThat(world.audit.last()).isEqualTo("WRONG_PASSWORD nobody");
    assertThat(world.bind("alice", unbound)).isEqualTo(new BindingOutcome.Rejected());
    assertThat(world.audit.last()).isEqualTo("BINDING_NOT_PROVED nobody");
    world.enrolled("alice").mustLogIn();
  }

  @Test
  void neverStartsASignUpOverAnAccount() {
    Holder alice = world.enrolled("alice");
    for (Duration later :
        new Duration[] {Duration.ZERO, Duration.ofDays(1), Duration.ofDays(400)}) {
      world.clock.advance(later);
      assertThat(world.signUp("alice")).isEqualTo(new UsernameTaken());
      assertThat(world.audit.last()).isEqualTo("SIGN_UP_NAME_TAKEN alice");
    }
    assertThat(alice.logIn()).isInstanceOf(Expired.class);
  }

  @Test
  void takesSoManySignUpsAMinuteAndTellsWhenTheNextIsTaken() {
    World small = new World("P6M", 3, 1);
    small.issued(small.signUp("user1"));
    small.clock.advance(Duration.ofSeconds(20));
    small.issued(small.signUp("user2"));
    small.issued(small.signUp("user3"));
    assertThat(small.signUp("user4")).isEqualTo(new TooManySignUps(Duration.ofSeconds(40)));
    assertThat(small.audit.last()).isEqualTo("SIGN_UP_LIMIT_REACHED nobody");
    small.clock.advance(Duration.ofSeconds(40).minusMillis(1));
    assertThat(small.signUp("user4")).isEqualTo(new TooManySignUps(Duration.ofMillis(1)));
    small.clock.advance(Duration.ofMillis(1));
    small.issued(small.signUp("user4"));
    assertThat(small.signUp("user5")).isEqualTo(new TooManySignUps(Duration.ofSeconds(20)));
  }

  @Test
  void countsNoSignUpForANameThatIsTaken() {
    World small = new World("P6M", 2, 1);
    small.issued(small.signUp("user1"));
    for (int i = 0; i < 10; i++) {
      assertThat(small.signUp("user1")).isEqualTo(new UsernameTaken());
    }
    small.issued(small.signUp("user2"));
  }

  @Test
  void holdsNoRenewalToTheLimitOfSignUps() {
    World small = new World("P6M", 1, 1);
    Holder alice = small.enrolled("alice");
    assertThat(small.signUp("other")).isInstanceOf(TooManySignUps.class);
    RenewalTicket ticket = alice.ticket();
    small.renewed("alice", ticket);
    small.renewed("alice", ticket).mustLogIn();
  }

  @Test
  void takesATicketForTenMinutesToTheSecond() {
    Holder alice = world.enrolled("alice");
    Instant start = world.now();
    RenewalTicket ticket = alice.ticket();
    world.clock.set(start.plus(Duration.ofMinutes(10)).minus(SECOND));
    world.issued(world.renew("alice", ticket));
    assertThat(world.audit.last()).isEqualTo("RENEWAL_ISSUED alice");
    world.clock.set(start.plus(Duration.ofMinutes(10)));
    assertThat(world.renew("alice", ticket)).isEqualTo(new InvalidTicket());
    assertThat(world.audit.last()).isEqualTo("TICKET_NOT_GENUINE alice");
  }

  @Test
  void takesNoTicketOfAnotherUser() {
    RenewalTicket ticket = world.enrolled("alice").ticket();
    world.enrolled("bob");
    world.signedUp("carol");
    for (String other : new String[] {"bob", "carol"}) {
      assertThat(world.renew(other, ticket)).isEqualTo(new InvalidTicket());
      assertThat(world.audit.last()).isEqualTo("TICKET_OF_ANOTHER_USER " + other);
    }
    assertThat(world.renew("nobody", ticket)).isEqualTo(new InvalidTicket());
    assertThat(world.audit.last()).isEqualTo("TICKET_OF_ANOTHER_USER nobody");
  }

  @Test
  void takesNoTicketOnceItsCredentialsAreReplaced() {
    Holder old = world.enrolled("alice");
    RenewalTicket ticket = old.ticket();
    world.renewed("alice", ticket).mustLogIn();
    assertThat(world.renew("alice", ticket)).isEqualTo(new InvalidTicket());
    assertThat(world.audit.last()).isEqualTo("TICKET_SUPERSEDED alice");
  }

  @Test
  void takesNoTicketOnceItsCredentialsAreDisabled() {
    Holder alice = world.enrolled("alice");
    for (int wrong = 0; wrong < 49; wrong++) {
      alice.logInWith(alice.wrongCode());
      world.clock.advance(Duration.ofMinutes(3));
    }
    RenewalTicket ticket = alice.ticket();
    world.issued(world.renew("alice", ticket));
    alice.logInWith(alice.wrongCode());
    assertThat(world.renew("alice", ticket)).isEqualTo(new InvalidTicket());
    assertThat(world.audit.last()).isEqualTo("TICKET_SUPERSEDED alice");
  }

  @Test
  void letsNoRenewalOfDisabledCredentialsComeIntoForce() {
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
  void letsOnlyTheNewestOfOneTicketActivate() {
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
  void letsAnAbandonedRenewalChangeNothing() {
    Holder alice = world.enrolled("alice");
    Holder abandoned = world.renewed("alice", alice.ticket());
    world.clock.advance(Duration.ofHours(24));
    assertThat(abandoned.logIn()).isEqualTo(new Rejected());
    alice.mustLogIn();
  }

  @Test
  void takesForATicketNothingElse() {
    world.enrolled("alice");
    for (String text : new String[] {"", "ticket", "\u0000", "A".repeat(96), "A".repeat(256)}) {
      assertThat(world.renew("alice", new RenewalTicket(text, world.now())))
          .isEqualTo(new InvalidTicket());
      assertThat(world.audit.last()).isEqualTo("TICKET_NOT_GENUINE alice");
    }
  }
}
