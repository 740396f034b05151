package fr.cofrap.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.Bounded;
import fr.cofrap.CheapHasher;
import fr.cofrap.SeededRandom;
import fr.cofrap.Unavailable;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.jdbc.CapturedLog;
import fr.cofrap.password.BusyHashing;
import fr.cofrap.password.HashThreads;
import fr.cofrap.password.Password;
import fr.cofrap.password.PasswordHash;
import fr.cofrap.password.PasswordHasher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class UnkeyedSetsTest {
  private static final Password PASSWORD = new Password("Ab3!cdefghjkmnpqrstuvwxy");
  private static final Password WRONG = new Password("A".repeat(24));

  /** One is hashed, and 50 of 40 ms each, until one was measured, wait for two seconds. */
  private static final int FITTING = 1 + 50;

  private final SeededRandom random = new SeededRandom(1);
  private final PasswordHash hash = CheapHasher.at(CheapHasher.COST).hash(PASSWORD, this);

  @Test
  void hashesDecide() {
    UnkeyedSets sets = new UnkeyedSets(CheapHasher.at(CheapHasher.COST));
    assertThat(sets.matches(PASSWORD, set(), hash)).isTrue();
    assertThat(sets.matches(WRONG, set(), hash)).isFalse();
  }

  @Test
  void aFloodOccupiesOneHashAndItsOwnQueue() throws Exception {
    try (HashThreads threads = new HashThreads(1, CheapHasher.COST)) {
      PasswordHasher hasher = new PasswordHasher(threads, CheapHasher.COST, random);
      UnkeyedSets sets = new UnkeyedSets(hasher);
      List<FutureTask<Boolean>> guesses = new ArrayList<>();
      List<Thread> callers = new ArrayList<>();
      FutureTask<PasswordHash> somebodyElse = new FutureTask<>(() -> hasher.hash(PASSWORD, this));
      try (BusyHashing busy = BusyHashing.on(threads)) {
        for (int i = 0; i < FITTING; i++) {
          guesses.add(new FutureTask<>(() -> sets.matches(WRONG, set(), hash)));
          callers.add(Thread.ofPlatform().daemon().start(guesses.getLast()));
        }
        Bounded.until(
            "all wait", () -> callers.stream().allMatch(UnkeyedSetsTest::waitsInUnkeyedSets));
        assertThat(callers).filteredOn(UnkeyedSetsTest::waitsForAHash).hasSize(1);

        assertThatThrownBy(() -> sets.matches(WRONG, set(), hash)).isInstanceOf(Unavailable.class);
        busy.awaitQueued(Thread.ofPlatform().daemon().start(somebodyElse));
      }
      assertThat(somebodyElse.get()).isNotNull();
      for (FutureTask<Boolean> guess : guesses) {
        assertThat(guess.get()).isFalse();
      }
      assertThat(sets.matches(PASSWORD, set(), hash)).as("afterwards").isTrue();
    }
  }

  /** Otherwise a flood on one name would keep out everybody whose key was lost. */
  @Test
  void oneSetOccupiesTwoPlacesAtMost() throws Exception {
    try (HashThreads threads = new HashThreads(1, CheapHasher.COST)) {
      PasswordHasher hasher = new PasswordHasher(threads, CheapHasher.COST, random);
      UnkeyedSets sets = new UnkeyedSets(hasher);
      CredentialSetId one = set();
      List<FutureTask<Boolean>> guesses = new ArrayList<>();
      try (BusyHashing _ = BusyHashing.on(threads)) {
        for (int i = 0; i < 2; i++) {
          guesses.add(new FutureTask<>(() -> sets.matches(WRONG, one, hash)));
          Thread caller = Thread.ofPlatform().daemon().start(guesses.getLast());
          Bounded.until("it waits", () -> waitsInUnkeyedSets(caller));
        }
        assertThatThrownBy(() -> sets.matches(WRONG, one, hash)).isInstanceOf(Unavailable.class);

        guesses.add(new FutureTask<>(() -> sets.matches(WRONG, set(), hash)));
        Thread another = Thread.ofPlatform().daemon().start(guesses.getLast());
        Bounded.until("another waits", () -> waitsInUnkeyedSets(another));
      }
      for (FutureTask<Boolean> guess : guesses) {
        assertThat(guess.get()).isFalse();
      }
      assertThat(sets.matches(PASSWORD, one, hash)).as("afterwards").isTrue();
    }
  }

  @Test
  void oneLineAMinuteCountsThem() {
    UnkeyedSets sets = new UnkeyedSets(CheapHasher.at(CheapHasher.COST));
    try (CapturedLog log = new CapturedLog(UnkeyedSets.class.getName())) {
      for (int i = 0; i < 5; i++) {
        sets.matches(WRONG, set(), hash);
      }
      assertThat(log.lines(Level.WARNING))
          .containsExactly(
              "passwords are hashed to be recognized: no key of the ring made their fingerprint"
                  + " {count=1}");
    }
  }

  private CredentialSetId set() {
    return CredentialSetId.random(random);
  }

  private static boolean waitsInUnkeyedSets(Thread thread) {
    return isIn(thread, UnkeyedSets.class) && thread.getState() == Thread.State.WAITING;
  }

  private static boolean waitsForAHash(Thread thread) {
    return isIn(thread, HashThreads.class);
  }

  private static boolean isIn(Thread thread, Class<?> type) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(type.getName()));
  }
}
