package fr.cofrap.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.Bounded;
import fr.cofrap.CheapHasher;
import fr.cofrap.SeededRandom;
import fr.cofrap.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class PasswordHasherTest {
  private static final Password PASSWORD = new Password("Ab3!cdefghjkmnpqrstuvwxy");
  private static final Password RENEWED = new Password("zY9~xwvutsrqpnmkjhgfedcb");

  private final PasswordHasher hasher = CheapHasher.at(CheapHasher.COST);

  @Test
  void matchesTheHashOfAPassword() {
    PasswordHash hash = hasher.hash(PASSWORD);
    assertThat(hasher.match(PASSWORD, List.of(hash))).contains(hash);
    assertThat(hasher.match(RENEWED, List.of(hash))).isEmpty();
  }

  @Test
  void findsTheMatchingOneOfTwoHashes() {
    PasswordHash active = hasher.hash(PASSWORD);
    PasswordHash renewal = hasher.hashAlike(RENEWED, active);
    assertThat(hasher.match(PASSWORD, List.of(active, renewal))).contains(active);
    assertThat(hasher.match(RENEWED, List.of(active, renewal))).contains(renewal);
    assertThat(hasher.match(new Password("A".repeat(24)), List.of(active, renewal))).isEmpty();
  }

  @Test
  void findsTheMatchingOneOfTwoHashesWithDifferentSalts() {
    PasswordHash active = hasher.hash(PASSWORD);
    PasswordHash renewal = CheapHasher.at(CheapHasher.GROWN).hash(RENEWED);
    assertThat(hasher.match(PASSWORD, List.of(active, renewal))).contains(active);
    assertThat(hasher.match(RENEWED, List.of(active, renewal))).contains(renewal);
  }

  @Test
  void matchesNothingForAnUnknownUser() {
    assertThat(hasher.match(PASSWORD, List.of())).isEmpty();
  }

  @Test
  void comparesPasswordsExactly() {
    PasswordHash hash = hasher.hash(PASSWORD);
    String right = PASSWORD.revealToOwner();
    for (int at = 0; at < right.length(); at++) {
      String changed =
          right.substring(0, at) + (char) (right.charAt(at) ^ 1) + right.substring(at + 1);
      assertNoMatch(changed, hash);
    }
    assertNoMatch(right + " ", hash);
    assertNoMatch(" " + right, hash);
    assertNoMatch(right + "\n", hash);
    assertNoMatch(right + "\0", hash);
    assertNoMatch(right + "a", hash);
    assertNoMatch(right.substring(0, 23), hash);
    assertNoMatch(right.toUpperCase(Locale.ROOT), hash);
    assertNoMatch(right.toLowerCase(Locale.ROOT), hash);
    assertNoMatch("", hash);
  }

  /** In UTF-8 both an unpaired surrogate and a question mark become the byte 3F. */
  @Test
  void doesNotTreatAnUnpairedSurrogateAsAQuestionMark() {
    String withMark = "Ab3?cdefghjkmnpqrstuvwxy";
    PasswordHash hash = hasher.hash(new Password(withMark));
    assertThat(hasher.match(new Password(withMark), List.of(hash))).contains(hash);
    assertNoMatch(withMark.replace('?', '\uD800'), hash);
  }

  private void assertNoMatch(String candidate, PasswordHash hash) {
    assertThat(hasher.match(new Password(candidate), List.of(hash))).as(candidate).isEmpty();
  }

  @Test
  void saltsEveryUserDifferently() {
    assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hasher.hash(PASSWORD));
    assertThat(hasher.hash(PASSWORD).salt()).hasSize(16);
    assertThat(hasher.hash(PASSWORD).digest()).hasSize(32);
  }

  @Test
  void hashesAUsersSetsWithTheSameSaltAndCost() {
    PasswordHash old = hasher.hash(PASSWORD);
    PasswordHash alike = CheapHasher.at(CheapHasher.GROWN).hashAlike(RENEWED, old);
    assertThat(alike.saltAndCost()).isEqualTo(old.saltAndCost());
    assertThat(alike.digest()).isNotEqualTo(old.digest());
  }

  @Test
  void rehashesAtTheCurrentCost() {
    PasswordHasher today = CheapHasher.at(CheapHasher.GROWN);
    PasswordHash old = hasher.hash(PASSWORD);
    PasswordHash stronger = today.strengthened(PASSWORD, old).orElseThrow();
    assertThat(stronger.cost()).isEqualTo(CheapHasher.GROWN);
    assertThat(stronger.salt()).isNotEqualTo(old.salt());
    assertThat(today.match(PASSWORD, List.of(stronger))).contains(stronger);
    assertThat(today.strengthened(PASSWORD, stronger)).isEmpty();
    assertThat(hasher.strengthened(PASSWORD, stronger)).isEmpty();
  }

  @Test
  void rehashesForMoreMemoryAndForMorePasses() {
    PasswordHash old = hasher.hash(PASSWORD);
    assertThat(CheapHasher.at(new HashCost(65, 1, 1)).strengthened(PASSWORD, old)).isPresent();
    assertThat(CheapHasher.at(new HashCost(64, 2, 1)).strengthened(PASSWORD, old)).isPresent();
    assertThat(CheapHasher.at(new HashCost(64, 1, 2)).strengthened(PASSWORD, old)).isEmpty();
  }

  @Test
  void hashesAtOwaspsMinimumCostOrMore() {
    assertThat(HashCost.OWASP_MINIMUM).isEqualTo(new HashCost(19_456, 2, 1));
  }

  @Test
  @Timeout(60)
  void rejectsImmediatelyWhenTheQueueIsFull() throws InterruptedException {
    try (HashThreads threads = new HashThreads(1, CheapHasher.COST)) {
      PasswordHasher busy = new PasswordHasher(threads, CheapHasher.COST, new SeededRandom(1));
      CountDownLatch release = new CountDownLatch(1);
      List<Thread> waiting = new ArrayList<>();
      for (int i = 0; i < 11; i++) {
        waiting.add(Thread.startVirtualThread(() -> threads.run(argon2id -> await(release))));
        awaitWaiting(waiting.getLast());
      }
      assertThatThrownBy(() -> busy.match(PASSWORD, List.of()))
          .isInstanceOfSatisfying(Unavailable.class, e -> assertThat(e.retryAfter()).isPositive());
      assertThatThrownBy(() -> busy.hash(PASSWORD)).isInstanceOf(Unavailable.class);
      release.countDown();
      for (Thread thread : waiting) {
        thread.join();
      }
      assertThat(busy.match(PASSWORD, List.of())).isEmpty();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void awaitWaiting(Thread thread) {
    Bounded.until(
        "the thread is waiting for its hash", () -> thread.getState() == Thread.State.WAITING);
  }

  @Test
  void rejectsOnceClosed() {
    HashThreads threads = new HashThreads(1, CheapHasher.COST);
    PasswordHasher closed = new PasswordHasher(threads, CheapHasher.COST, new SeededRandom(1));
    threads.close();
    assertThatThrownBy(() -> closed.hash(PASSWORD)).isInstanceOf(Unavailable.class);
  }
}
