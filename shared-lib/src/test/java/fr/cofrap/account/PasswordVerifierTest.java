package fr.cofrap.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.CheapHasher;
import fr.cofrap.SeededRandom;
import fr.cofrap.Unavailable;
import fr.cofrap.password.HashThreads;
import fr.cofrap.password.Password;
import fr.cofrap.password.PasswordHash;
import fr.cofrap.password.PasswordHasher;
import fr.cofrap.totp.TimeStep;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PasswordVerifierTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Username ALICE = new Username("alice");
  private static final Password PASSWORD = new Password("Ab3!cdefghjkmnpqrstuvwxy");
  private static final Password RENEWED = new Password("zY9~xwvutsrqpnmkjhgfedcb");
  private static final Password WRONG = new Password("A".repeat(24));

  private final SeededRandom random = new SeededRandom(1);
  private final InMemoryAccounts accounts = new InMemoryAccounts(set -> false);
  private final PasswordHasher hasher = CheapHasher.at(CheapHasher.COST);
  private final PasswordVerifier verifier = new PasswordVerifier(accounts, hasher);

  @Test
  void rejectsAnUnknownUser() {
    assertThat(verify(PASSWORD)).isEqualTo(new PasswordMatch.None(new Account.Absent()));
  }

  @Test
  void matchesThePasswordOfASignUp() {
    signUp();
    assertThat(verify(PASSWORD))
        .isEqualTo(new PasswordMatch.OfSignUp((Account.SigningUp) accounts.find(ALICE, NOW)));
    assertThat(verify(WRONG)).isEqualTo(new PasswordMatch.None(accounts.find(ALICE, NOW)));
  }

  @Test
  void rejectsASignUpThatIsNoLongerUsable() {
    signUp();
    assertThat(verifier.verify(ALICE, PASSWORD, NOW.plus(Duration.ofHours(24))))
        .isEqualTo(new PasswordMatch.None(new Account.Absent()));
  }

  @Test
  void distinguishesTheActivePasswordFromThatOfTheRenewal() {
    enroll();
    assertThat(verify(PASSWORD)).isEqualTo(new PasswordMatch.OfActive(alice()));
    startRenewal();
    assertThat(verify(PASSWORD)).isEqualTo(new PasswordMatch.OfActive(alice()));
    assertThat(verify(RENEWED))
        .isEqualTo(new PasswordMatch.OfRenewal(alice(), alice().renewal().orElseThrow()));
    assertThat(verify(WRONG)).isEqualTo(new PasswordMatch.None(alice()));
  }

  @Test
  void rehashesWhenTheCostHasGrown() {
    enroll();
    PasswordHash before = alice().active().password();
    grown().strengthen(alice(), PASSWORD, NOW);
    assertThat(alice().active().password()).isNotEqualTo(before);
    assertThat(verify(PASSWORD)).isInstanceOf(PasswordMatch.OfActive.class);
  }

  @Test
  void keepsAHashThatIsStrongEnough() {
    enroll();
    PasswordHash before = alice().active().password();
    verifier.strengthen(alice(), PASSWORD, NOW);
    assertThat(alice().active().password()).isEqualTo(before);
  }

  @Test
  void doesNotRehashWhileARenewalSharesTheSalt() {
    enroll();
    startRenewal();
    PasswordHash before = alice().active().password();
    grown().strengthen(alice(), PASSWORD, NOW);
    assertThat(alice().active().password()).isEqualTo(before);
  }

  @Test
  void keepsTheHashIfRehashingFails() {
    enroll();
    PasswordHash before = alice().active().password();
    unavailable().strengthen(alice(), PASSWORD, NOW);
    assertThat(alice().active().password()).isEqualTo(before);
  }

  @Test
  void isUnavailableIfHashingFails() {
    enroll();
    assertThatThrownBy(() -> unavailable().verify(ALICE, PASSWORD, NOW))
        .isInstanceOf(Unavailable.class);
  }

  private PasswordVerifier grown() {
    return new PasswordVerifier(accounts, CheapHasher.at(CheapHasher.GROWN));
  }

  private PasswordVerifier unavailable() {
    HashThreads closed = new HashThreads(1, CheapHasher.GROWN);
    closed.close();
    return new PasswordVerifier(accounts, new PasswordHasher(closed, CheapHasher.GROWN, random));
  }

  private void enroll() {
    signUp();
    PendingCredentials pending = ((Account.SigningUp) accounts.find(ALICE, NOW)).pending();
    accounts.bindAuthenticator(pending, new SealedSecret("sealed"), NOW);
    accounts.activateSignUp((Account.SigningUp) accounts.find(ALICE, NOW), new TimeStep(1), NOW);
  }

  private void signUp() {
    accounts.startSignUp(ALICE, credentials(hasher.hash(PASSWORD)), NOW);
  }

  private void startRenewal() {
    Account.Enrolled user = alice();
    PasswordHash hash = hasher.hashAlike(RENEWED, user.active().password());
    accounts.startRenewal(user.id(), user.active().setId(), credentials(hash), NOW);
  }

  private NewCredentials credentials(PasswordHash hash) {
    return new NewCredentials(
        CredentialSetId.random(random),
        hash,
        NOW.plus(Duration.ofMinutes(15)),
        NOW.plus(Duration.ofHours(24)));
  }

  private Account.Enrolled alice() {
    return (Account.Enrolled) accounts.find(ALICE, NOW);
  }

  private PasswordMatch verify(Password candidate) {
    return verifier.verify(ALICE, candidate, NOW);
  }
}
