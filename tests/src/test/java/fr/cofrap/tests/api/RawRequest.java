package fr.cofrap.tests.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;

/** A request as it is written, with nothing corrected, on a connection of its own. */
public final class RawRequest implements AutoCloseable {
  private final Socket socket;

  private RawRequest(Socket socket) {
    this.socket = socket;
  }

  public static RawRequest to(URI server) {
    try {
      Socket socket = new Socket(server.getHost(), server.getPort());
      socket.setSoTimeout((int) Api.HUNG.toMillis());
      return new RawRequest(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line and its end. */
  public RawRequest line(String text) {
    return write(text + "\r\n");
  }

  public RawRequest write(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns once the server asks for the body, as {@code Expect: 100-continue} lets it. */
  public RawRequest awaitContinue() {
    String wanted = "HTTP/1.1 100 Continue\r\n\r\n";
    try {
      String received = new String(socket.getInputStream().readNBytes(wanted.length()), ISO_8859_1);
      if (!received.equals(wanted)) {
        throw new AssertionError("The server does not ask for the body: " + received);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole response, once the server has closed the connection. */
  public RawResponse response() {
    try {
      return new RawResponse(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
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
