package fr.cofrap;

import fr.cofrap.account.Account;
import fr.cofrap.account.Username;
import fr.cofrap.audit.AuditTrail;
import fr.cofrap.audit.Decision;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was recorded, each decision with the name it was about or {@code nobody}. */
public final class RecordingAuditTrail implements AuditTrail {
  private final List<String> entries = new ArrayList<>();

  @Override
  public void record(Decision decision, Account subject) {
    String name =
        switch (subject) {
          case Account.Absent() -> "nobody";
          case Account.SigningUp signUp -> signUp.username().value();
          case Account.Enrolled user -> user.username().value();
        };
    entries.add(decision + " " + name);
  }

  @Override
  public void record(Decision decision, Username created) {
    entries.add(decision + " " + created.value());
  }

  public List<String> entries() {
    return List.copyOf(entries);
  }

  public String last() {
    return entries.getLast();
  }

  public void clear() {
    entries.clear();
  }
}
