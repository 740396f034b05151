package fr.cofrap.tests.api;

/** The functions, by the names in the contract. */
public enum Operation {
  GENERATE_PASSWORD("generate-password"),
  GENERATE_2FA("generate-2fa"),
  AUTHENTICATE_USER("authenticate-user");

  private final String function;

  Operation(String function) {
    this.function = function;
  }

  public String function() {
    return function;
  }

  public String path() {
    return "/function/" + function;
  }

  @Override
  public String toString() {
    return function;
  }
}
