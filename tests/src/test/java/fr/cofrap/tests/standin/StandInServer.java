package fr.cofrap.tests.standin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Replies to stand-ins, which connect to it and do as it says. */
public final class StandInServer implements AutoCloseable {
  /** Decides what a stand-in does. */
  @FunctionalInterface
  public interface Behaviour {
    Reply reply(Invocation invocation) throws IOException;
  }

  private final ServerSocket socket;
  private final Behaviour behaviour;
  private final List<String> calls = new CopyOnWriteArrayList<>();

  private StandInServer(Behaviour behaviour) throws IOException {
    this.socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    this.behaviour = behaviour;
  }

  public static StandInServer start(Behaviour behaviour) {
    try {
      StandInServer server = new StandInServer(behaviour);
      Thread.ofVirtual().start(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Every command so far. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket connection) {
    try (connection;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      Invocation invocation = Invocation.of(Long.parseLong(in.readLine()));
      calls.add(invocation.text());
      byte[] reply = behaviour.reply(invocation).shell().getBytes(StandardCharsets.UTF_8);
      connection.getOutputStream().write(reply);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
