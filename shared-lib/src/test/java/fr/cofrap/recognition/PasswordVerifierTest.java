package fr.cofrap.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.CheapHasher;
import fr.cofrap.MethodCalls;
import fr.cofrap.SeededRandom;
import fr.cofrap.Unavailable;
import fr.cofrap.account.Account;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.Fingerprint;
import fr.cofrap.account.InMemoryAccounts;
import fr.cofrap.account.NewCredentials;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.Username;
import fr.cofrap.keys.Keys;
import fr.cofrap.password.Argon2Runs;
import fr.cofrap.password.HashThreads;
import fr.cofrap.password.Password;
import fr.cofrap.password.PasswordHash;
import fr.cofrap.password.PasswordHasher;
import fr.cofrap.recognition.Recognition.OfActive;
import fr.cofrap.recognition.Recognition.OfRenewal;
import fr.cofrap.recognition.Recognition.OfSignUp;
import fr.cofrap.recognition.Recognition.Recognized;
import fr.cofrap.totp.TimeStep;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
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
  private final Fingerprinter fingerprinter = new Fingerprinter(Keys.ring(3));
  private final PasswordVerifier verifier = new PasswordVerifier(accounts, fingerprinter, hasher);

  @Test
  void recognizesNothingForAnUnknownUser() {
    assertThat(recognize(PASSWORD)).isEqualTo(new Recognition.None(new Account.Absent()));
  }

  @Test
  void recognizesThePasswordOfASignUp() {
    signUp();
    assertThat(recognize(PASSWORD)).isInstanceOf(OfSignUp.class);
    assertThat(recognize(WRONG)).isEqualTo(new Recognition.None(accounts.find(ALICE, NOW)));
  }

  /** In UTF-8 both an unpaired surrogate and a question mark become the byte 3F. */
  @Test
  void doesNotTreatAnUnpairedSurrogateAsAQuestionMark() {
    Password withMark = new Password("Ab3?cdefghjkmnpqrstuvwxy");
    signUp(hasher.hash(withMark, this), set -> fingerprinter.of(set, withMark));
    assertThat(recognize(withMark)).isInstanceOf(OfSignUp.class);
    assertThat(recognize(new Password("Ab3\uD800cdefghjkmnpqrstuvwxy")))
        .isInstanceOf(Recognition.None.class);
  }

  @Test
  void rejectsASignUpThatIsNoLongerUsable() {
    signUp();
    assertThat(verifier.recognize(ALICE, PASSWORD, NOW.plus(Duration.ofHours(24))))
        .isEqualTo(new Recognition.None(new Account.Absent()));
  }

  @Test
  void distinguishesTheActivePasswordFromThatOfTheRenewal() {
    enroll();
    assertThat(recognize(PASSWORD)).isInstanceOf(OfActive.class);
    startRenewal();
    assertThat(recognize(PASSWORD)).isInstanceOf(OfActive.class);
    assertThat(recognize(RENEWED))
        .isInstanceOfSatisfying(
            OfRenewal.class,
            renewal ->
                assertThat(renewal.password().set())
                    .isEqualTo(alice().renewal().orElseThrow().setId()));
    assertThat(recognize(WRONG)).isEqualTo(new Recognition.None(alice()));
  }

  @Test
  void recognizingNeverHashes() {
    enroll();
    startRenewal();
    assertThat(
            Argon2Runs.of(() -> {
              recognize(PASSWORD);
              recognize(RENEWED);
              recognize(WRONG);
              verifier.recognize(new Username("nobody"), PASSWORD, NOW);
            }))
        .isZero();
  }

  /** Otherwise the time of a failed login would reveal what is stored under a name. */
  @Test
  void comparesTwoFingerprintsWhateverIsStored() {
    assertThat(comparisons()).as("of nobody").isEqualTo(2);
    signUp();
    assertThat(comparisons()).as("of a sign-up").isEqualTo(2);
    PendingCredentials pending = ((Account.SigningUp) accounts.find(ALICE, NOW)).pending();
    activate(pending);
    assertThat(comparisons()).as("of a user").isEqualTo(2);
    startRenewal();
    assertThat(comparisons()).as("of a user with a renewal").isEqualTo(2);
  }

  private int comparisons() {
    return MethodCalls.of("fr.cofrap.recognition.Fingerprinter::equal", () -> recognize(WRONG));
  }

  @Test
  void provesARecognizedPasswordWithOneHash() {
    enroll();
    Recognized recognized = (Recognized) recognize(PASSWORD);
    assertThat(
            Argon2Runs.of(() ->
                assertThat(verifier.prove(recognized.password()))
                    .hasValueSatisfying(proved -> {
                      assertThat(proved.set()).isEqualTo(alice().active().setId());
                      assertThat(proved.fingerprint()).isEqualTo(alice().active().fingerprint());
                    })))
        .isEqualTo(1);
  }

  /** Once in 2⁴⁸ guesses, or when somebody has written into the table. */
  @Test
  void doesNotProveAPasswordThatOnlyHasTheFingerprint() {
    signUp(hasher.hash(RENEWED, this), set -> fingerprinter.of(set, PASSWORD));
    Recognized recognized = (Recognized) recognize(PASSWORD);
    assertThat(verifier.prove(recognized.password())).isEmpty();
  }

  @Test
  void theCurrentKeyReplacesAnOlderOne() {
    enroll();
    PasswordVerifier rotated =
        new PasswordVerifier(accounts, new Fingerprinter(Keys.ring(4, 3)), hasher);
    Recognized recognized = (Recognized) rotated.recognize(ALICE, PASSWORD, NOW);
    assertThat(rotated.prove(recognized.password()).orElseThrow().fingerprint())
        .isEqualTo(new Fingerprinter(Keys.ring(4)).of(recognized.password().set(), PASSWORD));
  }

  @Test
  void withoutTheKeyAHashRecognizesAndProves() {
    enroll();
    PasswordVerifier lost = new PasswordVerifier(accounts, new Fingerprinter(Keys.ring(5)), hasher);
    assertThat(lost.recognize(ALICE, WRONG, NOW)).isInstanceOf(Recognition.None.class);
    Recognized recognized = (Recognized) lost.recognize(ALICE, PASSWORD, NOW);
    assertThat(Argon2Runs.of(() -> assertThat(lost.prove(recognized.password())).isPresent()))
        .as("hashed once, to recognize it")
        .isZero();
  }

  /** Otherwise a flood on the lost key would keep out those who need no hash to be recognized. */
  @Test
  void aSetWithAKeyIsRecognizedWithoutHashingTheOtherOne() {
    enroll();
    PasswordVerifier other =
        new PasswordVerifier(accounts, new Fingerprinter(Keys.ring(6)), hasher);
    startRenewal(new Fingerprinter(Keys.ring(6)));
    assertThat(
            Argon2Runs.of(() ->
                assertThat(other.recognize(ALICE, RENEWED, NOW)).isInstanceOf(OfRenewal.class)))
        .as("the active set has a fingerprint of another key")
        .isZero();
    assertThat(other.recognize(ALICE, PASSWORD, NOW)).isInstanceOf(OfActive.class);
  }

  @Test
  void aFingerprintOfAnotherSetCountsAsNone() {
    CredentialSetId another = CredentialSetId.random(random);
    signUp(hasher.hash(PASSWORD, this), set -> fingerprinter.of(another, RENEWED));
    assertThat(recognize(PASSWORD)).isInstanceOf(OfSignUp.class);
    assertThat(recognize(RENEWED)).isInstanceOf(Recognition.None.class);
  }

  @Test
  void rehashesWhenTheCostHasGrown() {
    enroll();
    PasswordHash before = alice().active().password();
    ProvedPassword proved = proved();
    with(CheapHasher.at(CheapHasher.GROWN)).strengthen(alice(), proved);
    assertThat(alice().active().password()).isNotEqualTo(before);
    assertThat(proved()).isNotNull();
  }

  @Test
  void keepsAHashThatIsStrongEnough() {
    enroll();
    PasswordHash before = alice().active().password();
    verifier.strengthen(alice(), proved());
    assertThat(alice().active().password()).isEqualTo(before);
  }

  @Test
  void keepsTheHashIfRehashingFails() {
    enroll();
    PasswordHash before = alice().active().password();
    unavailable().strengthen(alice(), proved());
    assertThat(alice().active().password()).isEqualTo(before);
  }

  @Test
  void provesNothingIfHashingFails() {
    enroll();
    Recognized recognized = (Recognized) recognize(PASSWORD);
    assertThatThrownBy(() -> unavailable().prove(recognized.password()))
        .isInstanceOf(Unavailable.class);
  }

  private PasswordVerifier with(PasswordHasher other) {
    return new PasswordVerifier(accounts, fingerprinter, other);
  }

  private PasswordVerifier unavailable() {
    HashThreads closed = new HashThreads(1, CheapHasher.GROWN);
    closed.close();
    return with(new PasswordHasher(closed, CheapHasher.GROWN, random));
  }

  private ProvedPassword proved() {
    return verifier.prove(((Recognized) recognize(PASSWORD)).password()).orElseThrow();
  }

  private void enroll() {
    signUp();
    activate(((Account.SigningUp) accounts.find(ALICE, NOW)).pending());
  }

  private void activate(PendingCredentials pending) {
    accounts.bindAuthenticator(pending, new SealedSecret("sealed"), NOW);
    Account.SigningUp bound = (Account.SigningUp) accounts.find(ALICE, NOW);
    accounts.activateSignUp(bound, bound.pending().fingerprint(), new TimeStep(1), NOW);
  }

  private void signUp() {
    signUp(hasher.hash(PASSWORD, this), set -> fingerprinter.of(set, PASSWORD));
  }

  private void signUp(PasswordHash hash, Function<CredentialSetId, Fingerprint> fingerprint) {
    CredentialSetId set = CredentialSetId.random(random);
    accounts.startSignUp(ALICE, credentials(set, hash, fingerprint.apply(set)), NOW);
  }

  private void startRenewal() {
    startRenewal(fingerprinter);
  }

  private void startRenewal(Fingerprinter by) {
    Account.Enrolled user = alice();
    CredentialSetId set = CredentialSetId.random(random);
    accounts.startRenewal(
        user.id(),
        user.active().setId(),
        NOW.plus(Duration.ofMinutes(10)),
        credentials(set, hasher.hash(RENEWED, this), by.of(set, RENEWED)));
  }

  private static NewCredentials credentials(
      CredentialSetId set, PasswordHash hash, Fingerprint fingerprint) {
    return new NewCredentials(
        set, hash, fingerprint, NOW.plus(Duration.ofMinutes(15)), NOW.plus(Duration.ofHours(24)));
  }

  private Account.Enrolled alice() {
    return (Account.Enrolled) accounts.find(ALICE, NOW);
  }

  private Recognition recognize(Password candidate) {
    return verifier.recognize(ALICE, candidate, NOW);
  }
}
