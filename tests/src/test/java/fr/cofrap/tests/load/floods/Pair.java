package fr.cofrap.tests.load.floods;

/**
 * Two sides that were measured one right after the other.
 *
 * @param without the users without the flood, or with what it is compared with
 * @param with the users with the flood
 */
record Pair(Side without, Side with) {
  /** The share of the rate of successful logins that is left with the flood. */
  double kept() {
    return with.users().succeeded() / without.users().succeeded();
  }

  /** How many times as long a login takes with the flood. */
  double slower() {
    return with.users().p95() / without.users().p95();
  }
}
