package fr.cofrap.devstack;

import static fr.cofrap.devstack.Secret.DB_PASSWORD;
import static fr.cofrap.devstack.Secret.MFA_KEY_B64;
import static fr.cofrap.devstack.Secret.TICKET_KEY_B64;

import java.util.List;
import java.util.Set;

/** A function of the service, and the secrets that it needs: these and no others. */
record CofrapFunction(String name, Set<Secret> secrets) {
  static final List<CofrapFunction> ALL =
      List.of(
          new CofrapFunction("generate-password", Set.of(DB_PASSWORD, TICKET_KEY_B64)),
          new CofrapFunction("generate-2fa", Set.of(DB_PASSWORD, MFA_KEY_B64)),
          new CofrapFunction(
              "authenticate-user", Set.of(DB_PASSWORD, MFA_KEY_B64, TICKET_KEY_B64)));
}
