package fr.cofrap.races;

import static fr.cofrap.throttle.CodeThrottle.MAX_RECENT;
import static fr.cofrap.throttle.CodeThrottle.MAX_TOTAL;
import static fr.cofrap.throttle.CodeThrottle.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.Rfc6238;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.SampleCredentials;
import fr.cofrap.jdbc.Database;
import fr.cofrap.jdbc.PostgresCodeThrottle;
import fr.cofrap.jdbc.Session;
import fr.cofrap.jdbc.TestDatabase;
import fr.cofrap.login.LoginOutcome;
import fr.cofrap.throttle.CodeThrottle;
import fr.cofrap.throttle.CodeThrottle.Admission;
import fr.cofrap.throttle.CodeThrottle.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hundred concurrent wrong codes, across several replicas, from someone who has the password. */
@Tag("postgres")
final class CodeFloodTest {
  private static final int CODES = 100;
  private static final int MEET_IN_THE_DATABASE = 20;
  private static final List<Database> REPLICAS =
      Stream.generate(TestDatabase::replica).limit(4).toList();
  private static final List<CodeThrottle> THROTTLES =
      REPLICAS.stream().<CodeThrottle>map(PostgresCodeThrottle::new).toList();

  @AfterAll
  static void close() {
    REPLICAS.forEach(Database::close);
  }

  @Test
  void verifiesFiveAndLosesNone() throws Exception {
    assertThat(Rounds.outOfAHundred(CodeFloodTest::fiveAreVerified)).isEqualTo(Rounds.MANY);
  }

  @Test
  void countingAfterVerificationWouldAdmitFarMore() throws Exception {
    assertThat(
            Rounds.outOfAHundred(() -> {
              CyclicBarrier allHaveLooked = new CyclicBarrier(CODES);
              CodeThrottle careless = new CountingAfterVerification(() -> await(allHaveLooked));
              CredentialSetId set = newSet();
              return admitted(atOnce(i -> careless.admit(set, Replica.NOW))) > MAX_RECENT;
            }))
        .isGreaterThanOrEqualTo(Rounds.NEARLY_ALL);
  }

  @Test
  void verifiesFiftyOverManyHoursAndThenNoMore() throws Exception {
    CredentialSetId set = newSet();
    int verified = 0;
    for (int window = 0; window < 2 * MAX_TOTAL / MAX_RECENT; window++) {
      Instant now = Replica.NOW.plus(WINDOW.multipliedBy(window));
      verified += (int) admitted(atOnce(i -> throttle(i).admit(set, now)));
    }
    assertThat(verified).isEqualTo(MAX_TOTAL);
    assertThat(total(set)).isEqualTo(MAX_TOTAL);
    assertThat(throttle(0).admit(set, Replica.NOW.plus(WINDOW.multipliedBy(1_000_000))))
        .isEqualTo(new Refusal.Disabled());
  }

  @Test
  void concurrentReservationsAndWithdrawalsKeepTheCountCorrect() throws Exception {
    assertThat(
            Rounds.outOfAHundred(() -> {
              CredentialSetId set = newSet();
              atOnce(i -> {
                if (throttle(i).admit(set, Replica.NOW) instanceof Admission.Admitted mine) {
                  throttle(i).withdraw(set, mine);
                }
                return i;
              });
              return total(set) == 0 && windowIsEmpty(set);
            }))
        .isEqualTo(Rounds.MANY);
  }

  @Test
  void verifiesFiveOfAHundredLoginsWithAWrongCode() throws Exception {
    Person person = Replica.on(TestDatabase.shared()).enrolled();
    String wrong = wrongCode(person);
    List<LoginOutcome> outcomes =
        atOnce(i -> Replica.on(replicaOf(i)).logIn(person.presenting(wrong, false)));
    assertThat(outcomes.stream().filter(LoginOutcome.Rejected.class::isInstance))
        .hasSize(MAX_RECENT);
    assertThat(outcomes.stream().filter(LoginOutcome.Throttled.class::isInstance))
        .hasSize(CODES - MAX_RECENT);
  }

  private static boolean fiveAreVerified() throws Exception {
    CredentialSetId set = newSet();
    List<Admission> admissions = atOnce(i -> throttle(i).admit(set, Replica.NOW));
    return admitted(admissions) == MAX_RECENT
        && admissions.stream().filter(Refusal.Throttled.class::isInstance).count()
            == CODES - MAX_RECENT
        && total(set) == MAX_RECENT;
  }

  /**
   * Runs them all, such that many are inside their first counting statement before any continues.
   */
  private static <T> List<T> atOnce(IntFunction<T> attempt) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      try (HeldLock held = HeldLock.onCountingCodes()) {
        IntStream.range(0, CODES).forEach(i -> futures.add(threads.submit(() -> attempt.apply(i))));
        held.awaitWaiting(MEET_IN_THE_DATABASE);
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : futures) {
        results.add(each.get());
      }
      return results;
    }
  }

  private static boolean windowIsEmpty(CredentialSetId set) {
    return IntStream.range(0, MAX_RECENT)
        .allMatch(i -> throttle(i).admit(set, Replica.NOW) instanceof Admission.Admitted);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String wrongCode(Person person) {
    Set<String> right =
        Set.of(
            Rfc6238.code(person.secret(), Replica.PREVIOUS_STEP.number()),
            Rfc6238.code(person.secret(), Replica.STEP.number()),
            Rfc6238.code(person.secret(), Replica.NEXT_STEP.number()));
    return IntStream.range(0, 4)
        .mapToObj("%06d"::formatted)
        .filter(code -> !right.contains(code))
        .findFirst()
        .orElseThrow();
  }

  private static Database replicaOf(int i) {
    return REPLICAS.get(i % REPLICAS.size());
  }

  private static CodeThrottle throttle(int i) {
    return THROTTLES.get(i % THROTTLES.size());
  }

  private static CredentialSetId newSet() {
    return SampleCredentials.fresh(Replica.NOW).setId();
  }

  private static long admitted(List<Admission> admissions) {
    return admissions.stream().filter(Admission.Admitted.class::isInstance).count();
  }

  private static long total(CredentialSetId set) {
    try (Session session = TestDatabase.asOwner()) {
      return session.number("SELECT total FROM code_attempts WHERE set_id = ?", set.value());
    }
  }
}
