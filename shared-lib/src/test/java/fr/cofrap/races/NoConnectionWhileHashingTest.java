package fr.cofrap.races;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.Unavailable;
import fr.cofrap.account.SampleCredentials;
import fr.cofrap.enrollment.BindingOutcome.Bound;
import fr.cofrap.enrollment.RenewalOutcome;
import fr.cofrap.enrollment.SignUpOutcome.Issued;
import fr.cofrap.enrollment.SignUpOutcome.UsernameTaken;
import fr.cofrap.jdbc.Database;
import fr.cofrap.jdbc.TestDatabase;
import fr.cofrap.login.LoginAttempt;
import fr.cofrap.login.LoginOutcome.Authenticated;
import fr.cofrap.login.LoginOutcome.Rejected;
import fr.cofrap.password.BusyHashing;
import fr.cofrap.password.HashThreads;
import fr.cofrap.password.Password;
import fr.cofrap.ticket.RenewalTicket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hashes wait, and requests that only need the database do not. */
@Tag("postgres")
@Timeout(180)
final class NoConnectionWhileHashingTest {
  private static final Password WRONG = new Password("A".repeat(24));

  private final Database database = TestDatabase.replica(1);

  @Test
  void leavesTheOnlyConnectionFreeWhileHashesWait() throws Exception {
    try (database;
        HashThreads hashing = new HashThreads(1, Replica.CHEAP)) {
      Replica replica = Replica.hashingOn(hashing, database);
      Person alice = replica.enrolled();
      Person bob = replica.signedUp();
      Person carol = replica.enrolled();
      RenewalTicket ticket = replica.ticket(carol, Replica.STEP);
      Person dave = replica.enrolled();
      Replica withoutTheKey = Replica.withoutTheKey(hashing, database);
      List<FutureTask<Object>> waiting = new ArrayList<>();
      try (BusyHashing busy = BusyHashing.on(hashing)) {
        queue(waiting, busy, () -> replica.logIn(alice.at(Replica.STEP)));
        queue(waiting, busy, () -> replica.bindAgain(bob));
        queue(waiting, busy, () -> replica.signUp(SampleCredentials.unusedName()));
        queue(waiting, busy, () -> replica.logIn(alice.at(Replica.STEP)));
        queue(waiting, busy, () -> replica.renew(carol, ticket));
        queue(waiting, busy, () -> withoutTheKey.logIn(dave.at(Replica.STEP)));
        assertThatThrownBy(() -> replica.logIn(alice.at(Replica.STEP)))
            .isInstanceOf(Unavailable.class)
            .hasMessage("two hashes of the same subject are being computed");

        assertThat(replica.signUp(bob.name())).isEqualTo(new UsernameTaken());
        assertThat(replica.logIn(with(WRONG, alice))).isEqualTo(new Rejected());
      }
      assertThat(waiting.get(1).get()).isInstanceOf(Bound.class);
      assertThat(waiting.get(2).get()).isInstanceOf(Issued.class);
      assertThat(waiting.get(4).get()).isInstanceOf(RenewalOutcome.Issued.class);
      assertThat(waiting.get(5).get()).isInstanceOf(Authenticated.class);
      // Whichever used the code first.
      assertThat(List.of(waiting.get(0).get(), waiting.get(3).get()))
          .hasAtLeastOneElementOfType(Authenticated.class)
          .contains(new Rejected());
    }
  }

  /** One after another, so that none waits for another's connection. */
  private static void queue(
      List<FutureTask<Object>> waiting, BusyHashing busy, Callable<Object> request) {
    FutureTask<Object> task = new FutureTask<>(request);
    busy.awaitQueued(Thread.ofPlatform().daemon().start(task));
    waiting.add(task);
  }

  private static LoginAttempt with(Password password, Person person) {
    return new Person(person.name(), password, person.secret()).at(Replica.STEP);
  }
}
