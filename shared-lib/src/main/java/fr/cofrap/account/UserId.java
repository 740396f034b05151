package fr.cofrap.account;

/**
 * Names a user for ever, also when a username is freed and taken by somebody else.
 *
 * @param value given out by the database at sign-up, never reused
 */
public record UserId(long value) {}
