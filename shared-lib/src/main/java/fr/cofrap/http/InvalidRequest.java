package fr.cofrap.http;

/** A request that is refused before anything is looked up. */
public final class InvalidRequest extends Exception {
  private final Problem problem;

  InvalidRequest(Problem problem, String detail) {
    super(detail, null, false, false);
    this.problem = problem;
  }

  /** A field that is not what it must be. */
  InvalidRequest(String detail) {
    this(Problem.INVALID_REQUEST, detail);
  }

  Answer toAnswer() {
    Answer answer = Answer.failure(problem, String.valueOf(getMessage()));
    return problem == Problem.METHOD_NOT_ALLOWED ? answer.header("Allow", "POST") : answer;
  }

  String code() {
    return problem.code();
  }
}
