/** Authenticated encryption of TOTP secrets at rest. */
package fr.cofrap.sealing;
