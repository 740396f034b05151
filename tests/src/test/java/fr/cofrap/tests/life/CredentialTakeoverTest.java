package fr.cofrap.tests.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.installation.Database;
import fr.cofrap.tests.installation.Installation;
import fr.cofrap.tests.installation.SharedInstallation;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Passwords;
import fr.cofrap.tests.user.Person;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Someone who knows only a username cannot change a single byte of its row. */
@Tag("postgres")
@ExtendWith(SharedInstallation.class)
class CredentialTakeoverTest {
  private static final String URL_SAFE =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final Database database;
  private final Person victim;
  private final Person other;
  private final Credentials credentials;
  private final String ticketOfOther;
  private List<String> before = List.of();

  CredentialTakeoverTest(Installation installation) {
    database = installation.database();
    victim = Person.unknownTo(installation.api());
    other = Person.unknownTo(installation.api());
    credentials = victim.enrollAndLogIn();
    ticketOfOther = other.logInAndAskForRenewal(other.enroll()).expect(200).text("renewalTicket");
  }

  @BeforeEach
  void rememberTheDatabase() {
    before = database.everything();
  }

  @AfterEach
  void theDatabaseIsUnchanged() {
    assertThat(database.everything()).isEqualTo(before);
  }

  @Test
  void rejectsASecondSignUp() {
    for (int i = 0; i < 5; i++) {
      victim.askForPassword().expect(409, "username_taken");
    }
  }

  @Test
  void rejectsABindingWithAnyPassword() {
    for (String password :
        List.of(credentials.password(), Passwords.MADE_UP, "x", "hunter2", "p".repeat(128))) {
      victim.askForAuthenticator(password).expect(401, "invalid_credentials");
    }
  }

  @Test
  void rejectsForgedTickets() {
    for (String ticket :
        List.of("x", "A".repeat(96), ticketOfOther + "A", "A" + ticketOfOther, "..", "=", "é")) {
      victim.askForPassword(ticket).expect(401, "invalid_ticket");
      other.askForPassword(ticket).expect(401, "invalid_ticket");
    }
  }

  @Test
  void rejectsATicketOfAnotherUser() {
    victim.askForPassword(ticketOfOther).expect(401, "invalid_ticket");
    Person.unknownTo(victim.api()).askForPassword(ticketOfOther).expect(401, "invalid_ticket");
  }

  @Test
  void rejectsATicketWithAnyBitFlipped() {
    for (String ticket : withOneBitFlipped(ticketOfOther)) {
      other.askForPassword(ticket).expect(401, "invalid_ticket");
    }
    for (int length = 1; length < ticketOfOther.length(); length += 7) {
      other.askForPassword(ticketOfOther.substring(0, length)).expect(401, "invalid_ticket");
    }
  }

  private static List<String> withOneBitFlipped(String ticket) {
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < ticket.length(); i++) {
      int digit = URL_SAFE.indexOf(ticket.charAt(i));
      for (int bit = 1; bit < 64; bit <<= 1) {
        changed.add(
            ticket.substring(0, i) + URL_SAFE.charAt(digit ^ bit) + ticket.substring(i + 1));
      }
    }
    return changed;
  }
}
