package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.bot.playground.Specification.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Compares a JSON value with a documented type.
final class Conformance {

  /// A difference between a value and its type.
  ///
  /// @param words what the real server says of it; empty for a field it ignores
  record Problem(String path, String words) {

    boolean isUnknownField() {
      return words.isEmpty();
    }
  }

  /// What the real server says first when it cannot read an object of this type.
  private static final Map<String, String> PREFIXES =
      Map.of(
          "InlineKeyboardButton", "Can't parse inline keyboard button: ",
          "KeyboardButton", "Can't parse keyboard button: ",
          "MessageEntity", "Can't parse MessageEntity: ",
          "ReactionType", "Can't parse ReactionType: ",
          "InlineQueryResult", "Can't parse inline query result: ",
          "InlineQueryResultsButton", "Can't parse inline query results button: ",
          "BotCommand", "Can't parse BotCommand: ",
          "BotCommandScope", "Can't parse BotCommandScope: ",
          "InputMedia", "Can't parse InputMedia: ");

  private final Specification specification;

  Conformance(Specification specification) {
    this.specification = specification;
  }

  /// In the order of the documentation, unknown fields last.
  List<Problem> problems(Field field, JsonNode value) {
    return ofAny(field.types(), value, field.name());
  }

  List<Problem> problems(String type, JsonNode value) {
    return ofType(type, value, type);
  }

  private List<Problem> ofAny(List<String> types, JsonNode value, String path) {
    return types.stream()
        .map(type -> ofType(type, value, path))
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  private List<Problem> ofType(String type, JsonNode value, String path) {
    if (type.startsWith("Array of ")) {
      return ofArray(type.substring("Array of ".length()), value, path);
    }
    return switch (type) {
      case "String", "InputFile" ->
          mustBe(value.isTextual() || value.isNumber(), path, "of type String");
      case "Integer" -> mustBe(isInteger(value), path, "of type Number");
      case "Float" -> mustBe(value.isNumber(), path, "of type Number");
      case "Boolean", "True" -> mustBe(value.isBoolean(), path, "of type Boolean");
      default -> ofObject(specification.type(type), value, path);
    };
  }

  private List<Problem> ofArray(String element, JsonNode value, String path) {
    if (!value.isArray()) {
      return mustBe(false, path, "of type Array");
    }
    List<String> elementTypes = element.contains(",") ? List.of("InputMedia") : List.of(element);
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      problems.addAll(ofAny(elementTypes, value.get(i), path + "[" + i + "]"));
    }
    return problems;
  }

  private List<Problem> ofObject(Specification.Type type, JsonNode value, String path) {
    List<Problem> problems;
    if (!value.isObject()) {
      problems = mustBe(false, path, "of type Object");
    } else if (type.anyOf().isEmpty()) {
      problems = ofFields(type, value, path);
    } else {
      problems = ofUnion(type, value, path);
    }
    String prefix = PREFIXES.getOrDefault(type.name(), "");
    return problems.stream()
        .map(each -> each.isUnknownField() ? each : new Problem(each.path(), prefix + each.words()))
        .toList();
  }

  private List<Problem> ofUnion(Specification.Type union, JsonNode value, String path) {
    List<Specification.Type> members = union.anyOf().stream().map(specification::type).toList();
    List<Specification.Type> named =
        members.stream().filter(member -> isNamedIn(value, member)).toList();
    return (named.isEmpty() ? members : named)
        .stream()
            .map(member -> ofObject(member, value, path))
            .min(Comparator.comparingInt(List::size))
            .orElse(List.of());
  }

  private static boolean isNamedIn(JsonNode value, Specification.Type member) {
    return member.fields().values().stream()
        .filter(field -> !field.value().isEmpty())
        .anyMatch(field -> field.value().equals(value.path(field.name()).asText()));
  }

  private List<Problem> ofFields(Specification.Type type, JsonNode value, String path) {
    List<Problem> problems = new ArrayList<>();
    for (Field field : type.fields().values()) {
      String fieldPath = path + "." + field.name();
      if (value.hasNonNull(field.name())) {
        problems.addAll(ofAny(field.types(), value.get(field.name()), fieldPath));
      } else if (field.required()) {
        problems.add(new Problem(fieldPath, "Can't find field \"" + field.name() + "\""));
      }
    }
    value
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!type.fields().containsKey(name)) {
                problems.add(new Problem(path + "." + name, ""));
              }
            });
    return problems;
  }

  private static boolean isInteger(JsonNode value) {
    return value.isIntegralNumber() || (value.isTextual() && value.asText().matches("-?\\d{1,19}"));
  }

  private static List<Problem> mustBe(boolean fulfilled, String path, String what) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    return fulfilled
        ? List.of()
        : List.of(new Problem(path, "Field \"" + name + "\" must be " + what));
  }
}
