package fr.cofrap.tests.contract;

import fr.cofrap.tests.api.Operation;
import java.util.Arrays;
import java.util.stream.Stream;

/** The same bad inputs for each of the functions. */
interface Everywhere {
  Stream<BadInput> at(Operation operation);

  static Stream<BadInput> of(Everywhere inputs) {
    return Arrays.stream(Operation.values()).flatMap(inputs::at);
  }
}
