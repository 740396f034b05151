package fr.cofrap.tests.standin;

/**
 * What a stand-in does.
 *
 * @param shell that it evaluates; its words are {@code "$@"}
 */
public record Reply(String shell) {
  public static final Reply NOTHING = new Reply(":");

  /** With everything in its process group: the script and what it started. */
  public static final Reply KILL = new Reply("kill -KILL 0");

  /** What the real program does. */
  public static final Reply REAL_PROGRAM = new Reply("exec \"${0##*/}\" \"$@\"");

  /** Goes on until it is ended, and so does a program that it started. */
  public static final Reply HANG = new Reply("sleep 600 & wait");

  public static Reply print(String text) {
    return new Reply(
        "printf %s " + quoted(text.isEmpty() || text.endsWith("\n") ? text : text + "\n"));
  }

  public static Reply refuse(String message) {
    return new Reply("printf 'Error: %s\\n' " + quoted(message) + " >&2; exit 1");
  }

  public Reply then(Reply next) {
    return new Reply(shell + "\n" + next.shell);
  }

  public static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
