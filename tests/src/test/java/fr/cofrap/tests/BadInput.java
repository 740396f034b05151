package fr.cofrap.tests;

/** A bad request, and the answer that it deserves. */
record BadInput(String what, Call call, int status, String error) {
  static BadInput invalid(String what, Call call) {
    return new BadInput(what, call, 400, "invalid_request");
  }

  @Override
  public String toString() {
    return call.operation() + ": " + what;
  }
}
