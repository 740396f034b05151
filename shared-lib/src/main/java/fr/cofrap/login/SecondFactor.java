package fr.cofrap.login;

import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.SetId;
import fr.cofrap.account.UserId;

/** The authenticator of one set of credentials, as it is stored. */
record SecondFactor(UserId user, SetId set, SealedSecret secret) {}
