package fr.cofrap.tests.load.floods;

import java.util.Set;

/** What a stranger sends. */
enum Attack {
  FORGED_PASSWORDS("forged passwords"),
  WRONG_CODES("own password, wrong codes"),
  USED_CODE("own password, used code"),
  INVALID_JSON("invalid JSON");

  private final String title;

  Attack(String title) {
    this.title = title;
  }

  /** The statuses of the responses that reject it. */
  Set<Integer> rejections() {
    return switch (this) {
      case FORGED_PASSWORDS, USED_CODE -> Set.of(401);
      case WRONG_CODES -> Set.of(401, 429);
      case INVALID_JSON -> Set.of(400);
    };
  }

  @Override
  public String toString() {
    return title;
  }
}
