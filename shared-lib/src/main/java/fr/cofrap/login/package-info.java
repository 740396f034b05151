/** Logging in: password, code, and what follows from both. */
package fr.cofrap.login;
