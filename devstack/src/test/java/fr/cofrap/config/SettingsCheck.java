package fr.cofrap.config;

/** A stand-in for the check in every function: it rejects one value. */
public final class SettingsCheck {
  private SettingsCheck() {}

  public static void main(String[] arguments) {
    System.getenv()
        .forEach((name, value) -> {
          if (value.equals("wrong")) {
            System.err.println(name + " is \"wrong\"; it must be right");
            System.exit(1);
          }
        });
  }
}
