/** Passwords: generated, hashed with Argon2id, and verified. */
package fr.cofrap.password;
