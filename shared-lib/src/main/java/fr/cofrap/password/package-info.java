/** Passwords: generated, hashed with Argon2id, and recognised again. */
package fr.cofrap.password;
