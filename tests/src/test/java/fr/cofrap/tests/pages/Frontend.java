package fr.cofrap.tests.pages;

import fr.cofrap.tests.Repository;
import fr.cofrap.tests.docker.Container;
import fr.cofrap.tests.docker.Images;
import fr.cofrap.tests.docker.Network;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The pages' image, read-only and without privileges, with an nginx in the gateway's place that
 * echoes the request in its response.
 */
record Frontend(String user, Network network, Container gateway, Container pages, URI address)
    implements AutoCloseable {
  static final String GATEWAY_IMAGE = "nginxinc/nginx-unprivileged:stable";

  /** The tests send more requests in a second than one address should. */
  static Frontend start(String user) {
    return start(user, Map.of("REQUESTS_PER_SECOND", "1000"));
  }

  static Frontend start(String user, Map<String, String> settings) {
    Network network = Network.create("pages-" + user.replace(':', '-'));
    Container gateway =
        Container.start(
            network,
            "gateway",
            List.of("--network-alias=gateway.openfaas", "--volume=" + gatewayConfiguration()),
            GATEWAY_IMAGE);
    Container pages = pages(network, user, settings);
    return new Frontend(user, network, gateway, pages, pages.awaitReady(8080, "/healthz"));
  }

  /** The pages alone: without a gateway in the network they end at once. */
  static Container pages(Network network, String user, Map<String, String> settings) {
    Stream<String> deployed =
        Stream.of(
            "--publish=127.0.0.1::8080",
            "--user=" + user,
            "--memory=64m",
            "--read-only",
            "--tmpfs=/tmp",
            "--cap-drop=ALL",
            "--security-opt=no-new-privileges");
    Stream<String> set = settings.entrySet().stream().map(setting -> "--env=" + setting);
    return Container.start(
        network, "pages", Stream.concat(deployed, set).toList(), Images.frontend());
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
