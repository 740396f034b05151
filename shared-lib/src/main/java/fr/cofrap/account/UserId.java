package fr.cofrap.account;

/**
 * Identifies a user permanently, even if the username is freed and someone else takes it.
 *
 * @param value assigned by the database at sign-up, never reused
 */
public record UserId(long value) {}
