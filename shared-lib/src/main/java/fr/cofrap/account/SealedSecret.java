package fr.cofrap.account;

/**
 * A TOTP secret as it is stored: encrypted, and bound to one user and one set of credentials.
 *
 * @param text key ID, nonce and ciphertext, in the form of {@code sealing.SecretVault}
 */
public record SealedSecret(String text) {}
