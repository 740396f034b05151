package fr.cofrap.tests.load.floods;

/**
 * What became of one request.
 *
 * @param status of the response; 0 if there was none
 * @param millis from when the request was due until the response was there
 */
record Sample(int status, double millis) {
  /** Whether nothing was decided: 503, or whatever a proxy says when there is no response. */
  boolean refused() {
    return status == 0 || status >= 500;
  }
}
