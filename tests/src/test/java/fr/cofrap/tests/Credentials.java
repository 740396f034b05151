package fr.cofrap.tests;

/** One set of both factors, as it was handed to a user. */
record Credentials(String password, Authenticator authenticator) {}
