package fr.cofrap.devstack.process;

import java.util.List;
import java.util.Map;

/** What the processes we start see of our own environment. */
final class ProcessEnvironment {
  private static final List<String> OF_THE_MACHINE =
      List.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ");

  private ProcessEnvironment() {}

  /** Takes all away but the machine's own variables, and adds the given ones. */
  static void leaveOnly(Map<String, String> environment, Map<String, String> added) {
    environment.keySet().retainAll(OF_THE_MACHINE);
    environment.putAll(added);
  }
}
