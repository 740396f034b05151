package fr.cofrap.tests.deployment;

import fr.cofrap.tests.docker.Docker;
import fr.cofrap.tests.docker.Network;

/** The volume of the PostgreSQL container in a network. */
final class PostgresData {
  private PostgresData() {}

  /** In the container, in the folder of its data. */
  static String run(Network network, String script) {
    return Docker.run(
        "exec", container(network), "bash", "-c", "cd /var/lib/postgresql && " + script);
  }

  static String image(Network network) {
    return Docker.run("inspect", "--format", "{{.Config.Image}}", container(network));
  }

  /** Which container runs, and since when. */
  static String started(Network network) {
    return Docker.run("inspect", "--format", "{{.Id}} {{.State.StartedAt}}", container(network));
  }

  private static String container(Network network) {
    String project = "label=com.docker.compose.project=" + network.name() + "-postgres";
    return Docker.run("ps", "--quiet", "--filter", project);
  }
}
