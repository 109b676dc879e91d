package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.bot.playground.Conformance.Problem;
import io.hangtag.bot.playground.Specification.Field;
import io.hangtag.bot.playground.Specification.Method;
import java.util.Map;
import java.util.function.Consumer;

/// Holds every request to Telegram's documentation: refuses what the real server refuses, and
/// reports what it would pass over in silence.
final class RequestCheck {

  private final Specification specification;
  private final Conformance conformance;
  private final Consumer<String> violations;

  RequestCheck(Specification specification, Consumer<String> violations) {
    this.specification = specification;
    this.conformance = new Conformance(specification);
    this.violations = violations;
  }

  /// The request with its documented parameters only, JSON text parsed.
  ///
  /// @throws Refusal when the real server would refuse
  Request checked(Request request) {
    Method method = specification.findMethod(request.method()).orElseThrow(Refusal::methodNotFound);
    ObjectNode parameters = Json.object();
    for (Map.Entry<String, JsonNode> each : request.parameters().properties()) {
      Field field = method.parameters().get(each.getKey());
      if (field != null) {
        JsonNode value = parsed(field, each.getValue());
        if (isGiven(value)) {
          check(method, field, value);
          parameters.set(field.name(), value);
        }
      } else if (!isMethodNameRepeated(each, method)) {
        violations.accept(method.name() + ": unknown parameter " + each.getKey());
      }
    }
    Request checked = request.with(parameters);
    reportMissing(method, checked);
    return checked;
  }

  private static boolean isGiven(JsonNode value) {
    return !value.isNull() && !(value.isTextual() && value.asText().isEmpty());
  }

  private static boolean isMethodNameRepeated(Map.Entry<String, JsonNode> each, Method method) {
    return each.getKey().equals("method")
        && each.getValue().asText().equalsIgnoreCase(method.name());
  }

  private static JsonNode parsed(Field field, JsonNode value) {
    if (!field.isStructured() || !value.isTextual() || value.asText().isEmpty()) {
      return value;
    }
    return Json.parse(value.asText()).orElseThrow(() -> Refusal.badRequest(notJson(field)));
  }

  private static String notJson(Field field) {
    String what =
        field.name().equals("reply_markup")
            ? "reply keyboard markup"
            : field.name().replace('_', ' ');
    return "can't parse " + what + " JSON object";
  }

  private void check(Method method, Field field, JsonNode value) {
    for (Problem problem : conformance.problems(field, lenient(field, value))) {
      if (problem.isUnknownField()) {
        violations.accept(method.name() + ": unknown field " + problem.path());
      } else if (field.isStructured()) {
        throw Refusal.badRequest(problem.words());
      } else {
        violations.accept(method.name() + ": " + problem.words());
      }
    }
  }

  /// Outside of JSON a Boolean is a word.
  private static JsonNode lenient(Field field, JsonNode value) {
    boolean isWord = value.isTextual() && value.asText().matches("true|false|True|False");
    return isWord && field.types().contains("Boolean") ? BooleanNode.TRUE : value;
  }

  private void reportMissing(Method method, Request request) {
    method.parameters().values().stream()
        .filter(Field::required)
        .filter(field -> !request.has(field.name()))
        .filter(field -> request.upload(field.name()).isEmpty())
        .forEach(field -> violations.accept(method.name() + ": missing " + field.name()));
  }
}
