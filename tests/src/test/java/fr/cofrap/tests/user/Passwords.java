package fr.cofrap.tests.user;

import static org.assertj.core.api.Assertions.assertThat;

/** Generated passwords: what they look like, and one that was never generated. */
public final class Passwords {
  /** Could have been generated, but belongs to nobody. */
  public static final String MADE_UP = "Aa2!Bb3#Cc4$Dd5%Ee6&Ff7*";

  private Passwords() {}

  public static void checkShape(String password) {
    assertThat(password).hasSize(24).matches("[!-~&&[^Il1O0]]+");
    assertThat(password).containsPattern("[A-Z]").containsPattern("[a-z]");
    assertThat(password).containsPattern("[0-9]").containsPattern("[^A-Za-z0-9]");
  }
}
