package fr.cofrap.jdbc;

import fr.cofrap.Bounded;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A proxy whose connections to the database can be cut, as if the server had stopped, or silenced,
 * and restored.
 */
final class DatabaseProxy implements AutoCloseable {
  private final int target;
  private final int port;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private ServerSocket listener;
  private Thread acceptor;
  private volatile boolean silent;

  DatabaseProxy(int target) throws IOException {
    this.target = target;
    this.listener = listening(0);
    this.port = listener.getLocalPort();
    this.acceptor = accepting(listener);
  }

  int port() {
    return port;
  }

  /** Stops listening and closes every connection. */
  void cut() throws IOException {
    listener.close();
    // The port stays in use until the last connection is gone.
    Bounded.until("the proxy has stopped listening", () -> !acceptor.isAlive());
    links.forEach(Link::close);
  }

  /** Keeps accepting connections and leaves them open, but forwards nothing. */
  void silence() {
    silent = true;
    links.forEach(link -> link.silent = true);
  }

  /** How many silent connections are still open. */
  long silentConnections() {
    return links.stream().filter(link -> link.silent).count();
  }

  /** New connections reach the database again; silent ones stay silent. */
  void restore() throws IOException {
    silent = false;
    if (listener.isClosed()) {
      listener = listening(port);
      acceptor = accepting(listener);
    }
  }

  private static ServerSocket listening(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  private Thread accepting(ServerSocket at) {
    return Thread.ofVirtual()
        .start(() -> {
          try (at) {
            while (true) {
              Socket near = at.accept();
              new Link(near, new Socket(InetAddress.getLoopbackAddress(), target)).open();
            }
          } catch (IOException e) {
            // Cut.
          }
        });
  }

  @Override
  public void close() throws IOException {
    cut();
  }

  /** One connection, in two halves. */
  private final class Link {
    private final Socket near;
    private final Socket far;
    private volatile boolean silent;

    Link(Socket near, Socket far) {
      this.near = near;
      this.far = far;
    }

    void open() {
      links.add(this);
      if (DatabaseProxy.this.silent) {
        silent = true;
      }
      pump(near, far);
      pump(far, near);
    }

    private void pump(Socket from, Socket to) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              forward(from.getInputStream(), to.getOutputStream());
            } catch (IOException e) {
              // Closed by the other half, or cut.
            }
            if (from.equals(near) || !silent) {
              close();
            }
          });
    }

    private void forward(InputStream in, OutputStream out) throws IOException {
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (!silent) {
          out.write(buffer, 0, read);
        }
      }
    }

    void close() {
      links.remove(this);
      try (near;
          far) {
        // Both, even if closing the first fails.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
