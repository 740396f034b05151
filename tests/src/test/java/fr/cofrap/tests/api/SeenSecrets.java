package fr.cofrap.tests.api;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Every secret that passed through the tests, none of which may appear in any log. */
public final class SeenSecrets {
  private static final Set<String> SECRET_MEMBERS =
      Set.of("password", "secret", "renewalTicket", "otpauthUri", "qrCode");
  private static final int SHORTEST = 12;
  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

  private SeenSecrets() {}

  /** A very short value may occur in a log by chance. */
  public static void remember(String secret) {
    if (secret.length() >= SHORTEST) {
      SEEN.add(secret);
    }
  }

  public static void rememberAll(JsonNode message) {
    for (String member : SECRET_MEMBERS) {
      remember(message.path(member).asString(""));
    }
  }

  public static Set<String> all() {
    return Set.copyOf(SEEN);
  }
}
