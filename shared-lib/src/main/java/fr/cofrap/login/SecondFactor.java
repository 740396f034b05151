package fr.cofrap.login;

import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.UserId;

/** The authenticator of one set of credentials, as it is stored. */
record SecondFactor(UserId user, CredentialSetId set, SealedSecret secret) {}
