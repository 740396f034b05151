package fr.cofrap.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to the database that can be cut, as if that had stopped, and mended. */
final class CuttableLine implements AutoCloseable {
  private final int target;
  private final int port;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket listener;

  CuttableLine(int target) throws IOException {
    this.target = target;
    this.listener = listening(0);
    this.port = listener.getLocalPort();
    accept(listener);
  }

  int port() {
    return port;
  }

  /** From here on nobody listens, and what was connected is not any more. */
  void cut() throws IOException {
    listener.close();
    for (Socket end : ends) {
      end.close();
    }
  }

  void mend() throws IOException {
    listener = listening(port);
    accept(listener);
  }

  private static ServerSocket listening(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  private void accept(ServerSocket at) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            while (true) {
              Socket near = at.accept();
              Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
              ends.add(near);
              ends.add(far);
              pump(near, far);
              pump(far, near);
            }
          } catch (IOException e) {
            closeQuietly(at);
          }
        });
  }

  private void pump(Socket from, Socket to) {
    Thread.ofVirtual()
        .start(() -> {
          try (from;
              to;
              InputStream in = from.getInputStream();
              OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
          } catch (IOException e) {
            ends.remove(from);
          }
        });
  }

  private static void closeQuietly(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
