package com.openfaas.function;

import com.openfaas.model.AbstractHandler;
import com.openfaas.model.IRequest;
import com.openfaas.model.IResponse;
import com.openfaas.model.Response;
import fr.cofrap.runtime.HttpRequest;
import fr.cofrap.runtime.Misconfigured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A handler that misbehaves on request: the path selects how, {@code HANDLER_START} how it starts.
 */
public final class Handler extends AbstractHandler implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Handler.class.getName());

  private static final byte[][] HELD = new byte[40][];
  private static final int AT_ONCE = 100;
  private static final CountDownLatch ALL_ARRIVED = new CountDownLatch(AT_ONCE);
  private static final CountDownLatch SHUTDOWN_BEGAN = new CountDownLatch(1);

  public Handler() throws InterruptedException {
    switch (System.getenv().getOrDefault("HANDLER_START", "")) {
      case "misconfigured" -> throw new Misconfigured("the secret 'key' is missing\nsecond line");
      case "wrapped" -> throw new IllegalStateException(new Misconfigured("wrapped"));
      case "exception" -> throw new IllegalStateException("bad start");
      case "error" -> throw new StackOverflowError("bad start");
      case "held" -> awaitFile(Path.of(System.getenv("HANDLER_MAY_START")));
      default -> LOG.info("constructed");
    }
    Runtime.getRuntime().addShutdownHook(new Thread(SHUTDOWN_BEGAN::countDown));
  }

  @Override
  public @Nullable IResponse Handle(IRequest request) {
    return switch (request.getPathRaw()) {
      case "/describe" -> text(describe(request));
      case "/sleep" -> sleep(Long.parseLong(request.getQuery().get("millis")));
      case "/gather" -> gather();
      case "/past-sigterm" -> pastSigterm(Long.parseLong(request.getQuery().get("millis")));
      case "/property" -> property(request.getQuery().getOrDefault("name", ""));
      case "/exception" -> throw new IllegalStateException("line one\nline \u001b[31mtwo");
      case "/error" -> throw new AssertionError("an Error");
      case "/stack" -> text("" + endless(0));
      case "/memory" -> text("" + hoard());
      case "/dying-thread" -> die();
      case "/hold" -> hold();
      case "/null" -> null;
      case "/null-body" -> text(null);
      case "/log" -> log(request.getBody());
      case "/foreign-log" -> foreignLog();
      case "/header" -> header(request.getQuery());
      case "/status" -> status(Integer.parseInt(request.getQuery().get("code")));
      default -> text("hello");
    };
  }

  @Override
  public void close() {
    LOG.info("closed");
  }

  private static String describe(IRequest request) {
    return HttpRequest.methodOf(request)
        + " q="
        + request.getQuery().get("q")
        + " header="
        + request.getHeader("x-TEST-header")
        + " body="
        + request.getBody();
  }

  private static IResponse sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return text("slept");
  }

  private static void awaitFile(Path file) throws InterruptedException {
    while (!Files.exists(file)) {
      Thread.sleep(20);
    }
  }

  /** No request gets a response until {@link #AT_ONCE} of them are in flight. */
  private static IResponse gather() {
    ALL_ARRIVED.countDown();
    await(ALL_ARRIVED);
    return text("together");
  }

  /** A request that takes until this long after SIGTERM. */
  private static IResponse pastSigterm(long millis) {
    LOG.info("waiting for SIGTERM");
    await(SHUTDOWN_BEGAN);
    return sleep(millis);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static IResponse die() {
    Thread.ofPlatform()
        .start(() -> {
          throw new AssertionError("nobody catches this");
        });
    return sleep(2_000);
  }

  /** Occupies as much of the heap as two hashing threads do. */
  private static IResponse hold() {
    for (int i = 0; i < HELD.length; i++) {
      HELD[i] = new byte[1 << 20];
    }
    return text("held");
  }

  private static int endless(int depth) {
    return depth < 0 ? depth : endless(depth + 1) + 1;
  }

  private static int hoard() {
    List<byte[]> all = new ArrayList<>();
    while (all.stream().allMatch(megabyte -> megabyte[0] == 0)) {
      all.add(new byte[1 << 20]);
    }
    return all.size();
  }

  private static IResponse log(String value) {
    LOG.log(Level.INFO, "noted", Map.of("value", value, "level", "forged", "number", 7));
    LOG.log(Level.INFO, "by {0}", new Object[] {"number"});
    LOG.fine("hidden");
    return text("");
  }

  private static IResponse foreignLog() {
    Logger.getLogger("com.zaxxer.hikari").info("chatter");
    Logger.getLogger("com.zaxxer.hikari").warning("trouble");
    return text("");
  }

  private static IResponse property(String name) {
    return text(System.getProperty(name));
  }

  private static IResponse header(Map<String, String> query) {
    IResponse response = text("with a header");
    response.setHeader(query.get("name"), query.get("value"));
    return response;
  }

  private static IResponse status(int code) {
    IResponse response = text("body");
    response.setStatusCode(code);
    return response;
  }

  private static IResponse text(@Nullable String body) {
    Response response = new Response();
    response.setBody(body);
    return response;
  }
}
