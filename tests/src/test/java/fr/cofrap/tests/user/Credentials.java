package fr.cofrap.tests.user;

/** One set of both factors, as it was handed to a user. */
public record Credentials(String password, Authenticator authenticator) {}
