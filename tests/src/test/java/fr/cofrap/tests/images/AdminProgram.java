package fr.cofrap.tests.images;

import fr.cofrap.tests.docker.Docker;
import fr.cofrap.tests.docker.Postgres;
import fr.cofrap.tests.docker.Program;
import fr.cofrap.tests.docker.Program.Ending;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The operators' program in its image, read-only and without privileges.
 *
 * @param secrets mounted where a function's secrets are
 * @param variables given by name, so that no secret is in a command line
 */
record AdminProgram(String image, String user, Path secrets, Map<String, String> variables) {
  static final String SECRETS = "/var/openfaas/secrets/";

  static AdminProgram of(String image, Postgres postgres, Path secrets) {
    String port = Integer.toString(postgres.port());
    return new AdminProgram(
        image,
        "10001:10001",
        secrets,
        Map.of(
            "PGHOST",
            "localhost",
            "PGPORT",
            port,
            "PGPASSWORD",
            postgres.administratorPassword(),
            "PGSSLROOTCERT",
            SECRETS + "DB_CA_CERT",
            "APP_PASSWORD_FILE",
            SECRETS + "APP",
            "PURGE_PASSWORD_FILE",
            SECRETS + "DB_PASSWORD",
            "DB_HOST",
            "localhost",
            "DB_PORT",
            port));
  }

  AdminProgram as(String other) {
    return new AdminProgram(image, other, secrets, variables);
  }

  AdminProgram with(String name, String value) {
    Map<String, String> changed = new HashMap<>(variables);
    changed.put(name, value);
    return new AdminProgram(image, user, secrets, Map.copyOf(changed));
  }

  AdminProgram withSecrets(Path others) {
    return new AdminProgram(image, user, others, variables);
  }

  Ending run(String... arguments) {
    Program docker =
        Docker.command("run", "--rm", "--network", "host", "--read-only", "--cap-drop", "ALL")
            .and("--security-opt", "no-new-privileges", "--user", user, "--memory", "128m")
            .and("--volume", secrets + ":" + SECRETS + ":ro")
            .with(variables);
    for (String name : variables.keySet()) {
      docker = docker.and("--env", name);
    }
    return docker.and(image).and(arguments).run();
  }
}
