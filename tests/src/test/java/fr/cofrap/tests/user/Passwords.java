package fr.cofrap.tests.user;

import static org.assertj.core.api.Assertions.assertThat;

/** Generated passwords: what they look like, and one that was never generated. */
public final class Passwords {
  /** Looks like a generated password, but belongs to nobody. */
  public static final String MADE_UP = "Aa1!Bb2#Cc3$Dd4%Ee5&Ff6*";

  private Passwords() {}

  public static void checkShape(String password) {
    assertThat(password).hasSize(24).matches("[!-~]+");
    assertThat(password).containsPattern("[A-Z]").containsPattern("[a-z]");
    assertThat(password).containsPattern("[0-9]").containsPattern("[^A-Za-z0-9]");
  }
}
