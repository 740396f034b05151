package fr.cofrap.tests.openfaas;

import fr.cofrap.tests.Http;
import fr.cofrap.tests.Repository;
import fr.cofrap.tests.docker.Container;
import fr.cofrap.tests.docker.FunctionLaunch;
import fr.cofrap.tests.docker.Network;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** OpenFaaS' gateway in a container, configured as OpenFaaS' chart does it. */
public final class Gateway implements AutoCloseable {
  private static final String USER = "admin";

  private final AtomicInteger pods = new AtomicInteger();
  private final Path logs;
  private final String password;
  private final Replicas replicas;
  private final Provider provider;
  private final Container container;
  private final URI uri;

  /**
   * Starts it in the network.
   *
   * @param folder for its files, and a folder {@code logs}
   */
  public static Gateway start(Network network, Path folder) {
    try {
      return new Gateway(network, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Gateway(Network network, Path folder) throws IOException {
    logs = Files.createDirectories(folder.resolve("logs"));
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    password = HexFormat.of().formatHex(random);
    Path secrets = Files.createDirectories(folder.resolve("basic-auth"));
    Files.writeString(secrets.resolve("basic-auth-user"), USER);
    Files.writeString(secrets.resolve("basic-auth-password"), password);

    replicas = new Replicas();
    provider = Provider.listen(network.gateway(), replicas, USER + ":" + password);
    container =
        Container.start(network, "gateway", options(secrets, provider), image())
            .followLog(logs.resolve("gateway.log"));
    uri = container.awaitReady(8080, "/healthz");
  }

  private static String image() throws IOException {
    Properties versions = new Properties();
    try (Reader file = Files.newBufferedReader(Repository.root().resolve("versions.env"))) {
      versions.load(file);
    }
    return "ghcr.io/openfaas/gateway:" + versions.getProperty("OPENFAAS_GATEWAY_VERSION");
  }

  private static List<String> options(Path secrets, Provider provider) {
    return List.of(
        "--publish=127.0.0.1::8080",
        "--volume=" + secrets + ":/var/secrets:ro",
        "--env=secret_mount_path=/var/secrets",
        "--env=basic_auth=true",
        "--env=functions_provider_url=" + provider.uri(),
        "--env=function_namespace=openfaas-fn",
        "--env=direct_functions=false",
        "--env=scale_from_zero=true",
        "--env=probe_functions=false",
        "--env=async=false",
        "--env=read_timeout=1m05s",
        "--env=write_timeout=1m05s",
        "--env=upstream_timeout=1m",
        "--env=max_idle_conns=1024",
        "--env=max_idle_conns_per_host=1024");
  }

  public URI uri() {
    return uri;
  }

  /** Everything that it logged. */
  public String log() {
    return container.log();
  }

  /** What its administrator sends as {@code Authorization}. */
  public String authorization() {
    return Provider.basic(USER + ":" + password);
  }

  /** Registers a function that has no replica yet. */
  public void declare(String function) {
    replicas.declare(function);
  }

  /** Starts one more replica of a function, and waits until it receives requests. */
  public Pod start(String function, FunctionLaunch launch) {
    String name = function + "-" + pods.incrementAndGet();
    Container pod = launch.start(name).followLog(logs.resolve(name + ".log"));
    launch.awaitReady(pod);
    URI inNetwork = URI.create("http://" + pod.ip() + ":" + launch.port() + "/");
    Replica replica = replicas.add(function, inNetwork);
    replica.awaitReady();
    return new Pod(pod, replica);
  }

  public HttpResponse<String> post(String function, String body) {
    return send(
        HttpRequest.newBuilder(uri.resolve("/function/" + function))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return Http.exchange(request.timeout(Http.HUNG).build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    container.close();
    provider.close();
  }
}
