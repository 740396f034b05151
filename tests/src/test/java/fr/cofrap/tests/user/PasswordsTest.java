package fr.cofrap.tests.user;

import org.junit.jupiter.api.Test;

class PasswordsTest {
  /** Otherwise functions would reject it without comparing it with anything. */
  @Test
  void theOneThatWasMadeUpCouldHaveBeenGenerated() {
    Passwords.checkShape(Passwords.MADE_UP);
  }
}
