package fr.cofrap.tests.user;

/** A set of both factors, as a user received it. */
public record Credentials(String password, Authenticator authenticator) {}
