package fr.cofrap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.account.Username;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AuditTrailTest {
  @Test
  void passesAnEventToEveryListenerInOrder() {
    List<String> received = new ArrayList<>();
    AuditTrail trail =
        new AuditTrail(
            List.of(event -> received.add("1 " + event), event -> received.add("2 " + event)));
    AuditEvent event =
        new SignUpEvent(SignUpEvent.Result.ISSUED, Subject.created(new Username("alice")));

    trail.record(event);

    assertThat(received).containsExactly("1 " + event, "2 " + event);
  }
}
