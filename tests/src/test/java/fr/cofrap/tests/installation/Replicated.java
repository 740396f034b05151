package fr.cofrap.tests.installation;

/** An installation that can replace its processes while it serves. */
public interface Replicated extends Installation {
  /** Scales each function to this many replicas. */
  void scaleTo(int replicas);

  /** Replaces every replica: the new one serves before the old one is stopped. */
  void restart();
}
