package fr.cofrap.tests.outage;

import fr.cofrap.tests.api.Operation;
import org.jspecify.annotations.Nullable;

/** An invalid file of a secret; without text, the file is missing. */
record BadSecret(Operation operation, String name, String what, @Nullable String text) {
  @Override
  public String toString() {
    return operation + ": " + name + " holds " + what;
  }
}
