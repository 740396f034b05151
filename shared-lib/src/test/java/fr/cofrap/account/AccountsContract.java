package fr.cofrap.account;

import static fr.cofrap.account.SampleCredentials.fingerprint;
import static fr.cofrap.account.SampleCredentials.fresh;
import static fr.cofrap.account.SampleCredentials.hash;
import static fr.cofrap.account.SampleCredentials.sealed;
import static fr.cofrap.account.SampleCredentials.unusedName;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.throttle.CodeThrottle;
import fr.cofrap.totp.TimeStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Accounts} must do. */
public abstract class AccountsContract {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant TICKET = NOW.plus(Duration.ofMinutes(10));
  private static final Instant LATER = NOW.plusSeconds(90);
  private static final TimeStep STEP = TimeStep.at(NOW);
  private static final TimeStep NEXT = new TimeStep(STEP.number() + 1);

  private static final Fingerprint CURRENT = fingerprint(new CredentialSetId(UUID.randomUUID()));

  private final Username name = unusedName();

  protected abstract Accounts accounts();

  protected abstract CodeThrottle throttle();

  @Test
  void anUnknownNameIsAbsent() {
    assertThat(accounts().find(name, NOW)).isEqualTo(new Account.Absent());
  }

  @Test
  void findsASignUpAsItWasStored() {
    NewCredentials credentials = fresh(NOW);
    assertThat(accounts().startSignUp(name, credentials, NOW)).isTrue();
    Account.SigningUp found = signingUp(NOW);
    assertThat(found.username()).isEqualTo(name);
    assertThat(found.pending())
        .isEqualTo(
            new PendingCredentials(
                credentials.setId(),
                credentials.password(),
                credentials.fingerprint(),
                Optional.empty(),
                0,
                credentials.pendingUntil(),
                Optional.empty()));
  }

  @Test
  void aSignUpReservesItsNameUntilPendingUntil() {
    NewCredentials first = fresh(NOW);
    NewCredentials second = fresh(NOW);
    Instant until = first.pendingUntil();
    accounts().startSignUp(name, first, NOW);
    assertThat(accounts().startSignUp(name, second, until.minusSeconds(1))).isFalse();
    assertThat(accounts().startSignUp(name, second, until.minusMillis(1))).isFalse();
    assertThat(signingUp(until.minusSeconds(1)).pending().setId()).isEqualTo(first.setId());
    assertThat(accounts().startSignUp(name, second, until)).isTrue();
    assertThat(signingUp(until).pending().setId()).isEqualTo(second.setId());
  }

  @Test
  void pendingCredentialsDisappearAtUsableUntil() {
    NewCredentials credentials = fresh(NOW);
    Instant over = credentials.usableUntil();
    accounts().startSignUp(name, credentials, NOW);
    bind(signingUp(NOW).pending());
    Account.SigningUp read = signingUp(over.minusMillis(1));
    assertThat(accounts().find(name, over)).isEqualTo(new Account.Absent());
    assertThat(accounts().bindAuthenticator(read.pending(), sealed(), over)).isFalse();
    assertThat(accounts().activateSignUp(read, CURRENT, TimeStep.at(over), over)).isFalse();
    assertThat(
            accounts()
                .activateSignUp(
                    read, CURRENT, TimeStep.at(over.minusSeconds(1)), over.minusMillis(1)))
        .isTrue();
  }

  @Test
  void aNewerSignUpGetsANewUserIdAndKeepsNothingOfTheOlder() {
    accounts().startSignUp(name, fresh(NOW), NOW);
    bind(signingUp(NOW).pending());
    Account.SigningUp older = signingUp(NOW);
    Instant freed = older.pending().pendingUntil();
    accounts().startSignUp(name, fresh(freed), freed);
    Account.SigningUp newer = signingUp(freed);
    assertThat(newer.id().value()).isGreaterThan(older.id().value());
    assertThat(newer.pending().totpSecret()).isEmpty();
    assertThat(newer.pending().version()).isZero();
    assertThat(accounts().bindAuthenticator(older.pending(), sealed(), freed)).isFalse();
    assertThat(accounts().activateSignUp(older, CURRENT, STEP, freed)).isFalse();
    assertThat(signingUp(freed)).isEqualTo(newer);
  }

  @Test
  void anAccountKeepsItsNameForever() {
    Account.Enrolled user = enrolled();
    Instant muchLater = NOW.plusSeconds(1_000_000_000);
    assertThat(accounts().startSignUp(name, fresh(muchLater), muchLater)).isFalse();
    assertThat(accounts().find(name, muchLater)).isEqualTo(user);
  }

  @Test
  void anAccountKeepsItsNameAndRenewalAfterTheReservationEnds() {
    Account.Enrolled user = enrolled();
    NewCredentials renewal = fresh(NOW);
    accounts().startRenewal(user.id(), user.active().setId(), TICKET, renewal);
    Instant freed = renewal.pendingUntil();
    assertThat(accounts().startSignUp(name, fresh(freed), freed)).isFalse();
    assertThat(renewalOf(name, freed).setId()).isEqualTo(renewal.setId());
  }

  @Test
  void eachBindingIncrementsTheVersionAndReplacesTheSecret() {
    accounts().startSignUp(name, fresh(NOW), NOW);
    PendingCredentials unbound = signingUp(NOW).pending();
    SealedSecret first = bind(unbound);
    PendingCredentials once = signingUp(NOW).pending();
    assertThat(once.totpSecret()).contains(first);
    assertThat(once.version()).isEqualTo(unbound.version() + 1);
    SealedSecret second = bind(once);
    assertThat(signingUp(NOW).pending().totpSecret()).contains(second);
  }

  @Test
  void rejectsABindingBasedOnAnOlderVersion() {
    accounts().startSignUp(name, fresh(NOW), NOW);
    PendingCredentials unbound = signingUp(NOW).pending();
    SealedSecret first = bind(unbound);
    assertThat(accounts().bindAuthenticator(unbound, sealed(), NOW)).isFalse();
    assertThat(signingUp(NOW).pending().totpSecret()).contains(first);
  }

  @Test
  void activationTurnsTheSignUpIntoAnAccount() {
    accounts().startSignUp(name, fresh(NOW), NOW);
    SealedSecret secret = bind(signingUp(NOW).pending());
    Account.SigningUp read = signingUp(NOW);
    assertThat(accounts().activateSignUp(read, CURRENT, STEP, NOW.plusMillis(999))).isTrue();
    assertThat(accounts().find(name, NOW))
        .isEqualTo(
            new Account.Enrolled(
                read.id(),
                name,
                new ActiveCredentials(
                    read.pending().setId(),
                    read.pending().password(),
                    CURRENT,
                    secret,
                    NOW,
                    STEP,
                    false),
                Optional.empty()));
  }

  @Test
  void activationUsesUpItsTimeStep() {
    Account.Enrolled user = enrolled();
    assertThat(accounts().claimStep(user.id(), user.active().setId(), CURRENT, STEP, NOW))
        .isEmpty();
    assertThat(accounts().claimStep(user.id(), user.active().setId(), CURRENT, NEXT, NOW))
        .contains(NOW);
  }

  @Test
  void aSignUpCanBeActivatedOnlyOnce() {
    accounts().startSignUp(name, fresh(NOW), NOW);
    bind(signingUp(NOW).pending());
    Account.SigningUp read = signingUp(NOW);
    assertThat(accounts().activateSignUp(read, CURRENT, STEP, NOW)).isTrue();
    Account activated = accounts().find(name, NOW);
    assertThat(accounts().activateSignUp(read, CURRENT, NEXT, LATER)).isFalse();
    assertThat(accounts().find(name, NOW)).isEqualTo(activated);
  }

  @Test
  void doesNotActivateASignUpWhoseSecretWasReplaced() {
    accounts().startSignUp(name, fresh(NOW), NOW);
    bind(signingUp(NOW).pending());
    Account.SigningUp read = signingUp(NOW);
    SealedSecret newer = bind(read.pending());
    assertThat(accounts().activateSignUp(read, CURRENT, STEP, NOW)).isFalse();
    assertThat(signingUp(NOW).pending().totpSecret()).contains(newer);
  }

  @Test
  void claimingAStepUsesUpThatStepAndAllEarlierOnes() {
    Account.Enrolled user = enrolled();
    CredentialSetId set = user.active().setId();
    TimeStep far = new TimeStep(STEP.number() + 10);
    assertThat(accounts().claimStep(user.id(), set, CURRENT, far, LATER)).isPresent();
    assertThat(accounts().claimStep(user.id(), set, CURRENT, far, LATER)).isEmpty();
    assertThat(accounts().claimStep(user.id(), set, CURRENT, NEXT, LATER)).isEmpty();
    Account claimed = accounts().find(name, LATER);
    assertThat(accounts().claimStepAndExpire(user.id(), set, CURRENT, far)).isFalse();
    assertThat(accounts().claimStepAndExpire(user.id(), set, CURRENT, NEXT)).isFalse();
    assertThat(accounts().find(name, LATER)).isEqualTo(claimed);
  }

  @Test
  void aClaimReturnsTheTimeOfThePreviousLogin() {
    Account.Enrolled user = enrolled();
    CredentialSetId set = user.active().setId();
    TimeStep third = new TimeStep(STEP.number() + 2);
    assertThat(accounts().claimStep(user.id(), set, CURRENT, NEXT, LATER.plusMillis(7)))
        .contains(NOW);
    assertThat(accounts().claimStep(user.id(), set, CURRENT, third, LATER.plusSeconds(30)))
        .contains(LATER);
  }

  @Test
  void aFailedClaimDoesNotCountAsALogin() {
    Account.Enrolled user = enrolled();
    CredentialSetId set = user.active().setId();
    assertThat(accounts().claimStep(user.id(), set, CURRENT, STEP, LATER)).isEmpty();
    assertThat(accounts().claimStep(user.id(), set, CURRENT, NEXT, LATER)).contains(NOW);
  }

  @Test
  void aClaimRequiresTheRightUserAndSet() {
    Account.Enrolled user = enrolled();
    UserId another = new UserId(user.id().value() + 1_000_000);
    CredentialSetId otherSet = fresh(NOW).setId();
    assertThat(accounts().claimStep(another, user.active().setId(), CURRENT, NEXT, NOW)).isEmpty();
    assertThat(accounts().claimStep(user.id(), otherSet, CURRENT, NEXT, NOW)).isEmpty();
    assertThat(accounts().claimStepAndExpire(another, user.active().setId(), CURRENT, NEXT))
        .isFalse();
    assertThat(accounts().claimStepAndExpire(user.id(), otherSet, CURRENT, NEXT)).isFalse();
    assertThat(accounts().find(name, NOW)).isEqualTo(user);
  }

  @Test
  void markingExpiryUsesUpTheStepButIsNotALogin() {
    Account.Enrolled user = enrolled();
    CredentialSetId set = user.active().setId();
    assertThat(accounts().claimStepAndExpire(user.id(), set, CURRENT, NEXT)).isTrue();
    assertThat(enrolled(LATER).active().markedExpired()).isTrue();
    assertThat(accounts().claimStepAndExpire(user.id(), set, CURRENT, NEXT)).isFalse();
    TimeStep third = new TimeStep(STEP.number() + 2);
    assertThat(accounts().claimStep(user.id(), set, CURRENT, third, LATER)).isEmpty();
    assertThat(accounts().claimStepAndExpire(user.id(), set, CURRENT, third)).isTrue();
    PendingCredentials renewal = boundRenewal(user, fresh(LATER), LATER);
    assertThat(accounts().activateRenewal(enrolled(LATER), renewal, CURRENT, third, LATER))
        .contains(NOW);
    assertThat(enrolled(LATER).active().markedExpired()).isFalse();
  }

  @Test
  void aRenewalLeavesTheActiveCredentialsInForce() {
    Account.Enrolled user = enrolled();
    NewCredentials renewal = fresh(NOW);
    assertThat(accounts().startRenewal(user.id(), user.active().setId(), TICKET, renewal)).isTrue();
    assertThat(enrolled(NOW).active()).isEqualTo(user.active());
    assertThat(renewalOf(name, NOW).setId()).isEqualTo(renewal.setId());
    assertThat(accounts().claimStep(user.id(), user.active().setId(), CURRENT, NEXT, NOW))
        .isPresent();
  }

  @Test
  void aRenewalReplacesAnEarlierPendingOne() {
    Account.Enrolled user = enrolled();
    PendingCredentials first = boundRenewal(user, fresh(NOW), NOW);
    NewCredentials second = fresh(NOW);
    assertThat(accounts().startRenewal(user.id(), user.active().setId(), TICKET, second)).isTrue();
    PendingCredentials stored = renewalOf(name, NOW);
    assertThat(stored.setId()).isEqualTo(second.setId());
    assertThat(stored.totpSecret()).isEmpty();
    assertThat(accounts().activateRenewal(user, first, CURRENT, STEP, NOW)).isEmpty();
    assertThat(accounts().bindAuthenticator(first, sealed(), NOW)).isFalse();
    assertThat(enrolled(NOW).active()).isEqualTo(user.active());
  }

  @Test
  void aRenewalRequiresTheRightUserAndSet() {
    Account.Enrolled user = enrolled();
    UserId another = new UserId(user.id().value() + 1_000_000);
    assertThat(accounts().startRenewal(another, user.active().setId(), TICKET, fresh(NOW)))
        .isFalse();
    assertThat(accounts().startRenewal(user.id(), fresh(NOW).setId(), TICKET, fresh(NOW)))
        .isFalse();
    assertThat(accounts().find(name, NOW)).isEqualTo(user);
  }

  @Test
  void renewedCredentialsReplaceTheOldOnesCompletely() {
    Account.Enrolled user = enrolled();
    PendingCredentials renewal = boundRenewal(user, fresh(NOW), NOW);
    Fingerprint newer = fingerprint(renewal.setId());
    assertThat(accounts().activateRenewal(user, renewal, newer, NEXT, LATER)).contains(NOW);
    assertThat(accounts().find(name, LATER))
        .isEqualTo(
            new Account.Enrolled(
                user.id(),
                name,
                new ActiveCredentials(
                    renewal.setId(),
                    renewal.password(),
                    newer,
                    renewal.totpSecret().orElseThrow(),
                    LATER,
                    NEXT,
                    false),
                Optional.empty()));
  }

  @Test
  void aReplacedSetCanNoLongerBeUsed() {
    Account.Enrolled user = enrolled();
    CredentialSetId old = user.active().setId();
    PendingCredentials renewal = boundRenewal(user, fresh(NOW), NOW);
    accounts().activateRenewal(user, renewal, CURRENT, STEP, NOW);
    Account renewed = accounts().find(name, NOW);
    assertThat(accounts().claimStep(user.id(), old, CURRENT, NEXT, NOW)).isEmpty();
    assertThat(accounts().claimStepAndExpire(user.id(), old, CURRENT, NEXT)).isFalse();
    assertThat(accounts().startRenewal(user.id(), old, TICKET, fresh(NOW))).isFalse();
    assertThat(accounts().activateRenewal(user, renewal, CURRENT, NEXT, NOW)).isEmpty();
    accounts().rehash(user.id(), user.active(), hash());
    assertThat(accounts().find(name, NOW)).isEqualTo(renewed);
    assertThat(accounts().claimStep(user.id(), renewal.setId(), CURRENT, STEP, NOW)).isEmpty();
    assertThat(accounts().claimStep(user.id(), renewal.setId(), CURRENT, NEXT, NOW)).isPresent();
  }

  @Test
  void doesNotActivateARenewalWhoseSecretWasReplaced() {
    Account.Enrolled user = enrolled();
    PendingCredentials read = boundRenewal(user, fresh(NOW), NOW);
    SealedSecret newer = bind(read);
    assertThat(accounts().activateRenewal(user, read, CURRENT, NEXT, NOW)).isEmpty();
    assertThat(enrolled(NOW).active()).isEqualTo(user.active());
    assertThat(renewalOf(name, NOW).totpSecret()).contains(newer);
  }

  @Test
  void aRenewalCanBeUsedUntilUsableUntil() {
    Account.Enrolled user = enrolled();
    NewCredentials credentials = fresh(NOW);
    PendingCredentials renewal = boundRenewal(user, credentials, NOW);
    Instant over = credentials.usableUntil();
    assertThat(enrolled(over).renewal()).isEmpty();
    assertThat(accounts().bindAuthenticator(renewal, sealed(), over)).isFalse();
    assertThat(accounts().activateRenewal(user, renewal, CURRENT, NEXT, over)).isEmpty();
    assertThat(enrolled(over).active()).isEqualTo(user.active());
    assertThat(accounts().activateRenewal(user, renewal, CURRENT, NEXT, over.minusMillis(1)))
        .isPresent();
  }

  @Test
  void aDisabledSetCanBeNeitherRenewedNorReplaced() {
    Account.Enrolled user = enrolled();
    PendingCredentials renewal = boundRenewal(user, fresh(NOW), NOW);
    disable(user.active().setId());
    assertThat(accounts().startRenewal(user.id(), user.active().setId(), TICKET, fresh(NOW)))
        .isFalse();
    assertThat(accounts().activateRenewal(user, renewal, CURRENT, NEXT, NOW)).isEmpty();
    assertThat(enrolled(NOW).active()).isEqualTo(user.active());
    assertThat(renewalOf(name, NOW)).isEqualTo(renewal);
  }

  @Test
  void wrongCodesBelowTheLimitDoNotDisableASet() {
    Account.Enrolled user = enrolled();
    spend(user.active().setId(), CodeThrottle.MAX_TOTAL - 1);
    PendingCredentials renewal = boundRenewal(user, fresh(NOW), NOW);
    assertThat(accounts().activateRenewal(user, renewal, CURRENT, NEXT, NOW)).isPresent();
  }

  @Test
  void rehashingReplacesExactlyTheHashThatWasRead() {
    Account.Enrolled user = enrolled();
    var stronger = hash();
    accounts().rehash(user.id(), user.active(), stronger);
    ActiveCredentials rehashed = enrolled(NOW).active();
    assertThat(rehashed.password()).isEqualTo(stronger);
    assertThat(rehashed.setId()).isEqualTo(user.active().setId());
    assertThat(rehashed.fingerprint()).isEqualTo(user.active().fingerprint());
    assertThat(rehashed.totpSecret()).isEqualTo(user.active().totpSecret());
    accounts().rehash(user.id(), user.active(), hash());
    assertThat(enrolled(NOW).active()).isEqualTo(rehashed);
  }

  @Test
  void rehashesWhileARenewalIsPending() {
    Account.Enrolled user = enrolled();
    assertThat(accounts().startRenewal(user.id(), user.active().setId(), TICKET, fresh(NOW)))
        .isTrue();
    var stronger = hash();
    accounts().rehash(user.id(), user.active(), stronger);
    assertThat(enrolled(NOW).active().password()).isEqualTo(stronger);
  }

  @Test
  void aClaimStoresTheStepAndTheFingerprintOfTheCurrentKey() {
    Account.Enrolled user = enrolled();
    CredentialSetId set = user.active().setId();
    Fingerprint newer = fingerprint(set);
    assertThat(accounts().claimStep(user.id(), set, newer, NEXT, LATER)).isPresent();
    assertThat(enrolled(LATER).active().fingerprint()).isEqualTo(newer);
    assertThat(enrolled(LATER).active().lastStep()).isEqualTo(NEXT);
    Fingerprint newest = fingerprint(set);
    TimeStep third = new TimeStep(STEP.number() + 2);
    assertThat(accounts().claimStepAndExpire(user.id(), set, newest, third)).isTrue();
    assertThat(enrolled(LATER).active().fingerprint()).isEqualTo(newest);
    assertThat(enrolled(LATER).active().lastStep()).isEqualTo(third);
  }

  @Test
  void aFailedClaimLeavesTheFingerprintAlone() {
    Account.Enrolled user = enrolled();
    CredentialSetId set = user.active().setId();
    assertThat(accounts().claimStep(user.id(), set, fingerprint(set), STEP, LATER)).isEmpty();
    assertThat(accounts().claimStepAndExpire(user.id(), set, fingerprint(set), STEP)).isFalse();
    assertThat(enrolled(LATER)).isEqualTo(user);
  }

  @Test
  void aNewSetIsStoredWithItsFingerprint() {
    NewCredentials first = fresh(NOW);
    accounts().startSignUp(name, first, NOW);
    assertThat(signingUp(NOW).pending().fingerprint()).isEqualTo(first.fingerprint());
    NewCredentials second = fresh(first.pendingUntil());
    accounts().startSignUp(name, second, first.pendingUntil());
    assertThat(signingUp(NOW).pending().fingerprint()).isEqualTo(second.fingerprint());
  }

  @Test
  void aRenewalIsStoredWithItsFingerprint() {
    Account.Enrolled user = enrolled();
    for (int i = 0; i < 2; i++) {
      NewCredentials renewal = fresh(NOW);
      accounts().startRenewal(user.id(), user.active().setId(), TICKET, renewal);
      assertThat(renewalOf(name, NOW).fingerprint()).isEqualTo(renewal.fingerprint());
    }
  }

  /** Each of these tests has a year of its own, because other tests' sign-ups count too. */
  @Test
  void countsSignUpsFromTheNewest() {
    Instant first = Instant.parse("2031-03-01T12:00:00Z");
    for (int i : new int[] {2, 0, 1}) {
      signUpAt(first.plusSeconds(i));
    }
    Instant usable = fresh(first).usableUntil();
    Instant after = usable.minusSeconds(1);
    Instant until = usable.plusSeconds(2);
    assertThat(accounts().nthNewestSignUp(1, after, until)).contains(usable.plusSeconds(2));
    assertThat(accounts().nthNewestSignUp(2, after, until)).contains(usable.plusSeconds(1));
    assertThat(accounts().nthNewestSignUp(3, after, until)).contains(usable);
    assertThat(accounts().nthNewestSignUp(4, after, until)).isEmpty();
    assertThat(accounts().nthNewestSignUp(3, usable, until)).isEmpty();
    assertThat(accounts().nthNewestSignUp(1, after, until.minusSeconds(1)))
        .contains(usable.plusSeconds(1));
    assertThat(accounts().nthNewestSignUp(1, after.plusMillis(999), until.plusMillis(999)))
        .contains(usable.plusSeconds(2));
  }

  @Test
  void countsOnlyWhatIsStillPendingAndOnlySignUps() {
    Instant now = Instant.parse("2032-03-01T12:00:00Z");
    Account.Enrolled user = enrolled();
    assertThat(accounts().startRenewal(user.id(), user.active().setId(), TICKET, fresh(now)))
        .isTrue();
    Instant usable = fresh(now).usableUntil();
    assertThat(accounts().nthNewestSignUp(1, now, usable)).isEmpty();
    Username other = unusedName();
    accounts().startSignUp(other, fresh(now), now);
    assertThat(accounts().nthNewestSignUp(1, now, usable)).contains(usable);
    Account.SigningUp read = (Account.SigningUp) accounts().find(other, now);
    accounts().bindAuthenticator(read.pending(), sealed(), now);
    read = (Account.SigningUp) accounts().find(other, now);
    assertThat(accounts().activateSignUp(read, CURRENT, STEP, now)).isTrue();
    assertThat(accounts().nthNewestSignUp(1, now, usable)).isEmpty();
  }

  private void signUpAt(Instant now) {
    assertThat(accounts().startSignUp(unusedName(), fresh(now), now)).isTrue();
  }

  @Test
  void tenPasswordsAreIssuedForOneTicket() {
    Account.Enrolled user = enrolled();
    for (int i = 1; i <= TicketUse.MAX_PASSWORDS; i++) {
      assertThat(renew(user, TICKET)).as("password %s", i).isTrue();
      assertThat(renewalOf(name, NOW).ticket()).contains(new TicketUse(TICKET, i));
    }
    PendingCredentials last = renewalOf(name, NOW);
    assertThat(renew(user, TICKET)).isFalse();
    assertThat(renewalOf(name, NOW)).isEqualTo(last);
  }

  /** Otherwise two tickets in turn would be counted from one again and again. */
  @Test
  void aNewerTicketCountsFromOneAndEndsTheOlderOne() {
    Account.Enrolled user = enrolled();
    renew(user, TICKET);
    renew(user, TICKET);
    Instant newer = TICKET.plusSeconds(1);
    assertThat(renew(user, newer)).isTrue();
    assertThat(renewalOf(name, NOW).ticket()).contains(new TicketUse(newer, 1));
    assertThat(renew(user, TICKET)).isFalse();
  }

  @Test
  void theTicketsOfRenewedCredentialsAreCountedAnew() {
    Account.Enrolled user = enrolled();
    renew(user, TICKET.plusSeconds(1));
    bind(renewalOf(name, NOW));
    accounts().activateRenewal(user, renewalOf(name, NOW), CURRENT, NEXT, NOW);
    assertThat(renew(enrolled(NOW), TICKET)).isTrue();
    assertThat(renewalOf(name, NOW).ticket()).contains(new TicketUse(TICKET, 1));
  }

  private boolean renew(Account.Enrolled user, Instant ticket) {
    return accounts().startRenewal(user.id(), user.active().setId(), ticket, fresh(NOW));
  }

  @Test
  void accountsAreIndependent() {
    Account.Enrolled user = enrolled();
    Username other = unusedName();
    accounts().startSignUp(other, fresh(NOW), NOW);
    assertThat(accounts().find(name, NOW)).isEqualTo(user);
    assertThat(((Account.SigningUp) accounts().find(other, NOW)).id()).isNotEqualTo(user.id());
  }

  private void disable(CredentialSetId set) {
    spend(set, CodeThrottle.MAX_TOTAL);
  }

  private void spend(CredentialSetId set, int wrongCodes) {
    for (int i = 0; i < wrongCodes; i++) {
      throttle().admit(set, NOW.plus(CodeThrottle.WINDOW.multipliedBy(i)));
    }
  }

  private Account.Enrolled enrolled() {
    accounts().startSignUp(name, fresh(NOW), NOW);
    bind(signingUp(NOW).pending());
    assertThat(accounts().activateSignUp(signingUp(NOW), CURRENT, STEP, NOW)).isTrue();
    return enrolled(NOW);
  }

  private PendingCredentials boundRenewal(
      Account.Enrolled user, NewCredentials credentials, Instant now) {
    assertThat(accounts().startRenewal(user.id(), user.active().setId(), TICKET, credentials))
        .isTrue();
    bind(renewalOf(name, now));
    return renewalOf(name, now);
  }

  private SealedSecret bind(PendingCredentials read) {
    SealedSecret secret = sealed();
    assertThat(accounts().bindAuthenticator(read, secret, NOW)).isTrue();
    return secret;
  }

  private Account.SigningUp signingUp(Instant now) {
    return (Account.SigningUp) accounts().find(name, now);
  }

  private Account.Enrolled enrolled(Instant now) {
    return (Account.Enrolled) accounts().find(name, now);
  }

  private PendingCredentials renewalOf(Username whose, Instant now) {
    return ((Account.Enrolled) accounts().find(whose, now)).renewal().orElseThrow();
  }
}
