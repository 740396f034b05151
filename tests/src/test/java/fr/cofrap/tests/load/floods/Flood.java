package fr.cofrap.tests.load.floods;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is sent beside the users.
 *
 * @param traffic prepared anew for each side
 * @param rejections the statuses of the responses that reject it
 */
record Flood(String name, Supplier<Traffic> traffic, Pressure pressure, Set<Integer> rejections) {
  boolean rejects(int status) {
    return rejections.contains(status);
  }

  /** The same by another name. */
  Flood named(String other) {
    return new Flood(other, traffic, pressure, rejections);
  }

  Flood alsoRejectedWith(int status) {
    Set<Integer> all = new HashSet<>(rejections);
    all.add(status);
    return new Flood(name, traffic, pressure, all);
  }

  @Override
  public String toString() {
    return name + ", " + pressure;
  }
}
