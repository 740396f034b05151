package fr.cofrap.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.CheapHasher;
import fr.cofrap.SeededRandom;
import fr.cofrap.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class PasswordHasherTest {
  private static final Password PASSWORD = new Password("Ab3!cdefghjkmnpqrstuvwxy");
  private static final Password RENEWED = new Password("zY9~xwvutsrqpnmkjhgfedcb");

  private final PasswordHasher hasher = CheapHasher.at(CheapHasher.COST);

  @Test
  void matchesTheHashOfAPassword() {
    PasswordHash hash = hasher.hash(PASSWORD, this);
    assertThat(matches(PASSWORD, hash)).isTrue();
    assertThat(matches(RENEWED, hash)).isFalse();
  }

  @Test
  void comparesPasswordsExactly() {
    PasswordHash hash = hasher.hash(PASSWORD, this);
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

  private boolean matches(Password candidate, PasswordHash hash) {
    return hasher.matches(candidate, hash, this);
  }

  private void assertNoMatch(String candidate, PasswordHash hash) {
    assertThat(matches(new Password(candidate), hash)).as(candidate).isFalse();
  }

  @Test
  void saltsEveryUserDifferently() {
    assertThat(hasher.hash(PASSWORD, this)).isNotEqualTo(hasher.hash(PASSWORD, this));
    assertThat(hasher.hash(PASSWORD, this).salt()).hasSize(16);
    assertThat(hasher.hash(PASSWORD, this).digest()).hasSize(32);
  }

  @Test
  void rehashesAtTheCurrentCost() {
    PasswordHasher today = CheapHasher.at(CheapHasher.GROWN);
    PasswordHash old = hasher.hash(PASSWORD, this);
    PasswordHash stronger = today.strengthened(PASSWORD, old, this).orElseThrow();
    assertThat(stronger.cost()).isEqualTo(CheapHasher.GROWN);
    assertThat(stronger.salt()).isNotEqualTo(old.salt());
    assertThat(today.matches(PASSWORD, stronger, this)).isTrue();
    assertThat(today.strengthened(PASSWORD, stronger, this)).isEmpty();
    assertThat(hasher.strengthened(PASSWORD, stronger, this)).isEmpty();
  }

  @Test
  void rehashesForMoreMemoryAndForMorePasses() {
    PasswordHash old = hasher.hash(PASSWORD, this);
    assertThat(CheapHasher.at(new HashCost(65, 1, 1)).strengthened(PASSWORD, old, this))
        .isPresent();
    assertThat(CheapHasher.at(new HashCost(64, 2, 1)).strengthened(PASSWORD, old, this))
        .isPresent();
    assertThat(CheapHasher.at(new HashCost(64, 1, 2)).strengthened(PASSWORD, old, this)).isEmpty();
  }

  @Test
  void hashesAtOwaspsMinimumCostOrMore() {
    assertThat(HashCost.OWASP_MINIMUM).isEqualTo(new HashCost(19_456, 2, 1));
  }

  /** Whoever holds a right password cannot keep more than two threads busy. */
  @Test
  @Timeout(60)
  void computesTwoHashesForOneSubjectAtMost() throws InterruptedException {
    try (HashThreads threads = new HashThreads(1, CheapHasher.COST)) {
      PasswordHasher busy = new PasswordHasher(threads, CheapHasher.COST, new SeededRandom(1));
      PasswordHash hash = hasher.hash(PASSWORD, this);
      List<Thread> waiting = new ArrayList<>();
      try (BusyHashing held = BusyHashing.on(threads)) {
        for (int i = 0; i < 2; i++) {
          waiting.add(Thread.startVirtualThread(() -> busy.matches(PASSWORD, hash, "alice")));
          held.awaitQueued(waiting.getLast());
        }
        assertThatThrownBy(() -> busy.matches(PASSWORD, hash, "alice"))
            .isInstanceOfSatisfying(
                Unavailable.class, e -> assertThat(e.retryAfter()).isPositive());
        Thread another = Thread.startVirtualThread(() -> busy.matches(PASSWORD, hash, "bob"));
        held.awaitQueued(another);
        waiting.add(another);
      }
      for (Thread thread : waiting) {
        thread.join();
      }
      assertThat(busy.matches(PASSWORD, hash, "alice")).isTrue();
    }
  }

  @Test
  void rejectsOnceClosed() {
    HashThreads threads = new HashThreads(1, CheapHasher.COST);
    PasswordHasher closed = new PasswordHasher(threads, CheapHasher.COST, new SeededRandom(1));
    threads.close();
    assertThatThrownBy(() -> closed.hash(PASSWORD, this)).isInstanceOf(Unavailable.class);
  }
}
