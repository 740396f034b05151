package fr.cofrap.tests.pages;

import fr.cofrap.tests.Repository;
import fr.cofrap.tests.docker.Container;
import fr.cofrap.tests.docker.Images;
import fr.cofrap.tests.docker.Network;
import java.net.URI;
import java.util.List;

/**
 * The pages' image, read-only and without privileges, with an nginx in the gateway's place that
 * echoes the request in its response.
 */
record Frontend(String user, Network network, Container gateway, Container pages, URI address)
    implements AutoCloseable {
  static final String GATEWAY_IMAGE = "nginxinc/nginx-unprivileged:stable";

  static Frontend start(String user) {
    Network network = Network.create("pages-" + user.replace(':', '-'));
    Container gateway =
        Container.start(
            network,
            "gateway",
            List.of("--network-alias=gateway.openfaas", "--volume=" + gatewayConfiguration()),
            GATEWAY_IMAGE);
    Container pages =
        Container.start(
            network,
            "pages",
            List.of(
                "--publish=127.0.0.1::8080",
                "--user=" + user,
                "--memory=64m",
                "--read-only",
                "--tmpfs=/tmp",
                "--cap-drop=ALL",
                "--security-opt=no-new-privileges"),
            Images.frontend());
    return new Frontend(user, network, gateway, pages, pages.awaitReady(8080, "/healthz"));
  }

  private static String gatewayConfiguration() {
    return Repository.root().resolve("tests/src/test/resources/pages-gateway.conf")
        + ":/etc/nginx/conf.d/default.conf:ro";
  }

  PageRequest request(String path) {
    return PageRequest.to(URI.create(address.resolve("/").toString().replaceAll("/$", "") + path));
  }

  @Override
  public void close() {
    pages.close();
    gateway.close();
    network.close();
  }

  @Override
  public String toString() {
    return "user " + user;
  }
}
