package fr.cofrap.tests.contract;

import fr.cofrap.tests.api.Operation;
import java.util.Arrays;
import java.util.stream.Stream;

/** The same invalid input for each function. */
interface ForEachFunction {
  Stream<BadInput> at(Operation operation);

  static Stream<BadInput> of(ForEachFunction inputs) {
    return Arrays.stream(Operation.values()).flatMap(inputs::at);
  }
}
