package fr.cofrap.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.openfaas.model.AbstractHandler;
import com.openfaas.model.IRequest;
import com.openfaas.model.IResponse;
import com.openfaas.model.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** How the server stops. After a minute it has hung, even on the slowest machine. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
final class FunctionServerTest {
  private final CountDownLatch received = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private FunctionServer server;

  @BeforeEach
  void start() throws IOException {
    RequestDispatcher dispatcher = new RequestDispatcher(100);
    dispatcher.serveWith(
        new AbstractHandler() {
          @Override
          public IResponse Handle(IRequest request) {
            received.countDown();
            await(released);
            return new Response();
          }
        });
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = new FunctionServer(anyPort, new Readiness(), dispatcher);
    server.start();
  }

  @AfterEach
  void release() {
    released.countDown();
  }

  /** The JDK's server keeps counting such a request, and would wait for it until the time limit. */
  @Test
  void doesNotWaitForADisconnectedClient() throws Exception {
    try (Socket gone = connect()) {
      gone.getOutputStream()
          .write(bytes("POST / HTTP/1.1\r\nHost: f\r\nContent-Length: 9\r\n\r\nx"));
      read(ReadinessEndpoint.PATH);
    }
    assertThat(server.stop(Duration.ofMinutes(5))).isTrue();
  }

  @Test
  void doesNotWaitForAnInFlightRequestForever() throws Exception {
    try (Socket client = connect()) {
      client.getOutputStream().write(bytes("GET / HTTP/1.1\r\nHost: f\r\n\r\n"));
      await(received);
      assertThat(server.stop(Duration.ofMillis(100))).isFalse();
    }
  }

  private void read(String path) throws IOException {
    try (Socket client = connect()) {
      client
          .getOutputStream()
          .write(bytes("GET " + path + " HTTP/1.1\r\nHost: f\r\nConnection: close\r\n\r\n"));
      assertThat(client.getInputStream().readAllBytes()).isNotEmpty();
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.port());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
