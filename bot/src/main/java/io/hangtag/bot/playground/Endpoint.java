package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The HTTP side: finds what a request is about, lets planned faults strike, and answers.
final class Endpoint implements HttpHandler {

  private static final Pattern METHOD = Pattern.compile("/bot([^/]+)/([^/]+)");
  private static final Pattern FILE = Pattern.compile("/file/bot([^/]+)/(.+)");

  private final World world;
  private final BotMethods methods;
  private final RequestCheck check;
  private final Faults faults;
  private final CallLog log;
  private final CountDownLatch closed = new CountDownLatch(1);

  Endpoint(World world, BotMethods methods, Faults faults, CallLog log) {
    this.world = world;
    this.methods = methods;
    this.faults = faults;
    this.log = log;
    this.check = new RequestCheck(Specification.version102(), log::violated);
  }

  void close() {
    closed.countDown();
    methods.close();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Matcher method = METHOD.matcher(path);
      Matcher file = FILE.matcher(path);
      if (method.matches()) {
        call(exchange, method.group(1), method.group(2));
      } else if (file.matches()) {
        download(exchange, file.group(1), file.group(2));
      } else {
        Response.of(Refusal.notFound()).send(exchange);
      }
    }
  }

  private void call(HttpExchange exchange, String token, String method) throws IOException {
    boolean isCounted = !method.toLowerCase(Locale.ROOT).equals("getupdates");
    int step = isCounted ? 1 : 0;
    world.monitor().run(() -> log.inFlight().addAndGet(step));
    try {
      Request request = RequestReader.read(method, exchange);
      Response response = responseTo(request, token, faults.strike(request).orElse(null));
      response.send(exchange);
    } catch (Refusal e) {
      Response.of(e).send(exchange);
    } finally {
      world.monitor().run(() -> log.inFlight().addAndGet(-step));
    }
  }

  private Response responseTo(Request request, String token, @Nullable Fault fault) {
    return switch (fault) {
      case null -> handled(request, token);
      case Fault.Answers(int status, String type, String body) ->
          logged(request, new Response(status, type, body, Response.Ending.WHOLE));
      case Fault.BreaksBefore() -> logged(request, Response.broken());
      case Fault.BreaksAfter() -> handled(request, token).ending(Response.Ending.NOTHING);
      case Fault.BreaksMidway() -> handled(request, token).ending(Response.Ending.HALF);
      case Fault.Delays(Duration time) -> {
        world.monitor().pause(time);
        yield handled(request, token);
      }
      case Fault.AnswersLate(Duration time) -> {
        Response response = handled(request, token);
        world.monitor().pause(time);
        yield response;
      }
      case Fault.Hangs() -> {
        waitUntilClosed();
        yield logged(request, Response.broken());
      }
    };
  }

  private void waitUntilClosed() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Response handled(Request request, String token) {
    try {
      requireToken(token);
      JsonNode result = methods.answer(check.checked(request));
      ObjectNode body = Json.object().put("ok", true);
      body.set("result", result);
      return logged(request, Response.json(200, body));
    } catch (Refusal e) {
      if (e.code() == 501) {
        log.violated(e.description());
      }
      return logged(request, Response.of(e));
    } catch (RuntimeException e) {
      log.violated("the playground itself failed at " + request.method() + ": " + e);
      Refusal failure = Refusal.internalError(e);
      return logged(request, Response.of(failure));
    }
  }

  /// What is no token at all is no address; a well-formed wrong one belongs to nobody.
  private void requireToken(String token) {
    if (!token.matches("\\d+:[A-Za-z0-9_-]+")) {
      throw Refusal.notFound();
    }
    if (!token.equals(world.account().token())) {
      throw Refusal.unauthorized();
    }
  }

  private Response logged(Request request, Response response) {
    String name =
        Specification.version102()
            .findMethod(request.method())
            .map(Specification.Method::name)
            .orElse(request.method());
    String description =
        response.status() == 200
            ? ""
            : Json.parse(response.body())
                .map(body -> body.path("description").asText(""))
                .orElse(response.body());
    ObjectNode parameters = request.parameters().deepCopy();
    log.add(new Call(world.clock().instant(), name, parameters, response.status(), description));
    return response;
  }

  private void download(HttpExchange exchange, String token, String path) throws IOException {
    Optional<Content> content =
        token.equals(world.account().token())
            ? world.monitor().within(() -> world.files().findContent(path))
            : Optional.empty();
    if (content.isEmpty()) {
      Response.of(Refusal.notFound()).send(exchange);
      return;
    }
    byte[] bytes = content.get().bytes();
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
