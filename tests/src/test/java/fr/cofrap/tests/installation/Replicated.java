package fr.cofrap.tests.installation;

/** An installation that can replace its processes while it serves. */
public interface Replicated extends Installation {
  /** Leaves as many replicas of each function. */
  void scaleTo(int replicas);

  /** Replaces every replica: the new one serves before the old one has to end. */
  void restart();
}
