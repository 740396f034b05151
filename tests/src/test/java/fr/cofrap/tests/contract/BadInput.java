package fr.cofrap.tests.contract;

import fr.cofrap.tests.api.ApiRequest;

/** A bad request, and the answer that it deserves. */
record BadInput(String what, ApiRequest call, int status, String error) {
  static BadInput invalid(String what, ApiRequest call) {
    return new BadInput(what, call, 400, "invalid_request");
  }

  @Override
  public String toString() {
    return call.operation() + ": " + what;
  }
}
