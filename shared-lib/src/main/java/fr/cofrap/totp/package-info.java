/** Time-based one-time codes (RFC 6238): 160-bit secrets, SHA-1, six digits, 30-second steps. */
package fr.cofrap.totp;
