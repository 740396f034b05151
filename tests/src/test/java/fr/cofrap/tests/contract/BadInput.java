package fr.cofrap.tests.contract;

import fr.cofrap.tests.api.ApiRequest;

/** An invalid request, and the expected response. */
record BadInput(String what, ApiRequest request, int status, String error) {
  static BadInput invalid(String what, ApiRequest request) {
    return new BadInput(what, request, 400, "invalid_request");
  }

  @Override
  public String toString() {
    return request.operation() + ": " + what;
  }
}
