package fr.cofrap.tests.docker;

import fr.cofrap.tests.docker.Program.Ending;
import java.util.random.RandomGenerator;

/** A Docker network with a subnet of our choice, because fixed addresses need one. */
public final class Network implements AutoCloseable {
  private static final int ATTEMPTS = 20;

  private final String name;
  private final String prefix;

  private Network(String name, String prefix) {
    this.name = name;
    this.prefix = prefix;
  }

  public static Network create(String purpose) {
    String name = Docker.uniqueName(purpose);
    String refusal = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Network network = new Network(name, "172.29." + RandomGenerator.getDefault().nextInt(1, 251));
      Ending ending =
          Docker.command("network", "create", name)
              .and("--subnet", network.subnet(), "--gateway", network.gateway())
              .run();
      if (ending.exitCode() == 0) {
        return StillOpen.add(network);
      }
      refusal = ending.everything();
    }
    throw new AssertionError("No subnet of 172.29.0.0/16 is free: " + refusal);
  }

  public String name() {
    return name;
  }

  public String subnet() {
    return prefix + ".0/24";
  }

  /** This machine's address in the network. */
  public String gateway() {
    return address(1);
  }

  public String address(int host) {
    return prefix + "." + host;
  }

  @Override
  public void close() {
    StillOpen.remove(this);
    Docker.run("network", "rm", name);
  }
}
