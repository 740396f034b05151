package fr.cofrap.acceptance;

/** One set of both factors, as it was handed to a user. */
record Credentials(String password, Authenticator authenticator) {}
