package fr.cofrap.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.SeededRandom;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.UserId;
import fr.cofrap.keys.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TicketIssuerTest {
  private static final UserId USER = new UserId(42);
  private static final CredentialSetId SET =
      new CredentialSetId(UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"));
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String BASE64_URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final TicketIssuer issuer = new TicketIssuer(Keys.ring(1));
  private final RenewalTicket ticket = issuer.issue(USER, SET, NOW);

  @Test
  void readsWhatItIssued() {
    SeededRandom random = new SeededRandom(1);
    for (int i = 0; i < 1000; i++) {
      UserId user = new UserId(random.nextLong());
      CredentialSetId set = CredentialSetId.random(random);
      assertThat(issuer.verify(issuer.issue(user, set, NOW).text(), NOW))
          .contains(new TicketClaims(user, set, ticket.expiresAt()));
    }
  }

  /** Made with Python's hmac module. */
  @Test
  void issuesAndReadsWhatAnotherImplementationDoes() {
    String text =
        "cs1uhCLEB_sAAAAAAAAAKgEjRWeJq83vASNFZ4mrze8AAAAAawA4"
            + "mHxYrHwPtkf8gp-mMIPsR-XPr4q2cpsOUEcbkWAnSdJd";
    assertThat(ticket.text()).isEqualTo(text);
    assertThat(issuer.verify(text, NOW)).contains(new TicketClaims(USER, SET, ticket.expiresAt()));
  }

  @Test
  void isValidForExactlyTenMinutes() {
    assertThat(ticket.expiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    assertThat(issuer.verify(ticket.text(), ticket.expiresAt().minusSeconds(1))).isPresent();
    assertThat(issuer.verify(ticket.text(), ticket.expiresAt().minusNanos(1))).isPresent();
    assertThat(issuer.verify(ticket.text(), ticket.expiresAt())).isEmpty();
    assertThat(issuer.verify(ticket.text(), ticket.expiresAt().plusSeconds(1))).isEmpty();
  }

  @Test
  void returnsTheSecondAtWhichItExpires() {
    RenewalTicket odd = issuer.issue(USER, SET, NOW.plusMillis(999));
    assertThat(odd.expiresAt()).isEqualTo(NOW.plusSeconds(600));
    assertThat(issuer.verify(odd.text(), odd.expiresAt())).isEmpty();
  }

  @Test
  void rejectsEveryFlippedBit() {
    byte[] bytes = Base64.getUrlDecoder().decode(ticket.text());
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertRejected(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
    }
  }

  /**
   * No two texts are the same ticket, because 72 bytes fill their 96 characters to the last bit.
   */
  @Test
  void rejectsEveryChangedCharacter() {
    for (int at = 0; at < ticket.text().length(); at++) {
      for (int c = 0; c < BASE64_URL.length(); c++) {
        String changed =
            ticket.text().substring(0, at) + BASE64_URL.charAt(c) + ticket.text().substring(at + 1);
        if (!changed.equals(ticket.text())) {
          assertRejected(changed);
        }
      }
    }
  }

  @Test
  void rejectsTruncatedExtendedOrPaddedText() {
    for (int length = 0; length < ticket.text().length(); length++) {
      assertRejected(ticket.text().substring(0, length));
    }
    for (String more : new String[] {"=", "==", "A", "AA", "AAAA", " ", "\n", "\0", "."}) {
      assertRejected(ticket.text() + more);
      assertRejected(more + ticket.text());
    }
    assertRejected(ticket.text() + ticket.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ticket", "\u0000", "\uFF21", "\uD83D\uDE00", "+/+/"})
  void rejectsTextThatIsNotATicket(String text) {
    assertRejected(text);
  }

  @Test
  void rejectsTheOtherBase64Alphabet() {
    SeededRandom random = new SeededRandom(5);
    String text = ticket.text();
    while (!text.contains("-") && !text.contains("_")) {
      text = issuer.issue(USER, CredentialSetId.random(random), NOW).text();
    }
    assertThat(issuer.verify(text, NOW)).isPresent();
    assertRejected(text.replace('-', '+').replace('_', '/'));
  }

  @Test
  void rejectsATicketOfAnotherKey() {
    assertThat(new TicketIssuer(Keys.ring(2)).verify(ticket.text(), NOW)).isEmpty();
  }

  @Test
  void acceptsATicketOfAReadingKey() {
    assertThat(new TicketIssuer(Keys.ring(2, 1)).verify(ticket.text(), NOW)).isPresent();
  }

  @Test
  void rejectsATicketUnderTheIdOfAnotherKeyOnTheRing() {
    byte[] other =
        Base64.getUrlDecoder().decode(new TicketIssuer(Keys.ring(2)).issue(USER, SET, NOW).text());
    byte[] mixed = Base64.getUrlDecoder().decode(ticket.text());
    System.arraycopy(other, 0, mixed, 0, 8);
    assertThat(
            new TicketIssuer(Keys.ring(1, 2))
                .verify(Base64.getUrlEncoder().encodeToString(mixed), NOW))
        .isEmpty();
  }

  @Test
  void doesNotPrintItself() {
    assertThat(ticket.toString())
        .isEqualTo("RenewalTicket[redacted, expiresAt=2026-11-20T12:10:00Z]");
  }

  private void assertRejected(String text) {
    assertThat(issuer.verify(text, NOW)).as(text).isEmpty();
  }
}
