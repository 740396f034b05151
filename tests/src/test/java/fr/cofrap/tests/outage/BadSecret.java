package fr.cofrap.tests.outage;

import fr.cofrap.tests.api.Operation;
import org.jspecify.annotations.Nullable;

/** A file of a secret as it should not be; no text for no file. */
record BadSecret(Operation operation, String name, String what, @Nullable String text) {
  @Override
  public String toString() {
    return operation + ": " + name + " holds " + what;
  }
}
