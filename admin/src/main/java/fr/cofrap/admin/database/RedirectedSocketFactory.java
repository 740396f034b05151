package fr.cofrap.admin.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Connects to a different host than the driver requests, so that a server's certificate can be
 * verified for the name by which functions know it, on a machine where that name does not resolve.
 */
public final class RedirectedSocketFactory extends SocketFactory {
  private final String host;

  /**
   * Called by the driver, from its properties {@code socketFactory} and {@code socketFactoryArg}.
   *
   * @param host the host to connect to instead
   */
  public RedirectedSocketFactory(String host) {
    this.host = host;
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public void connect(SocketAddress address, int timeout) throws IOException {
        super.connect(
            new InetSocketAddress(host, ((InetSocketAddress) address).getPort()), timeout);
      }
    };
  }

  @Override
  public Socket createSocket(String ignored, int port) {
    throw new UnsupportedOperationException("the driver connects the socket itself");
  }

  @Override
  public Socket createSocket(String ignored, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("the driver connects the socket itself");
  }

  @Override
  public Socket createSocket(InetAddress ignored, int port) {
    throw new UnsupportedOperationException("the driver connects the socket itself");
  }

  @Override
  public Socket createSocket(InetAddress ignored, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("the driver connects the socket itself");
  }
}
