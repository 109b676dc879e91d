package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Telegram's own list of methods, types and fields, version 10.2. Immutable.
final class Specification {

  /// A parameter of a method or a field of a type.
  ///
  /// @param value the only value the documentation allows, or empty
  record Field(String name, List<String> types, boolean required, String value) {

    Field {
      types = List.copyOf(types);
    }

    /// Such parameters travel as JSON, inside a form as JSON text.
    boolean isStructured() {
      return types.stream().noneMatch(SCALARS::contains);
    }
  }

  /// @param name as the documentation spells it
  record Method(String name, Map<String, Field> parameters) {}

  /// @param anyOf the members of a union; empty for a type with fields of its own
  record Type(String name, Map<String, Field> fields, List<String> anyOf) {}

  private static final List<String> SCALARS =
      List.of("String", "Integer", "Float", "Boolean", "True", "InputFile");
  private static final Specification VERSION_10_2 = read("bot-api-10.2.json");

  private final Map<String, Method> methods = new LinkedHashMap<>();
  private final Map<String, Type> types = new LinkedHashMap<>();

  private Specification(JsonNode json) {
    for (Map.Entry<String, JsonNode> method : json.path("methods").properties()) {
      String name = method.getKey();
      methods.put(name.toLowerCase(Locale.ROOT), new Method(name, fields(method.getValue())));
    }
    for (Map.Entry<String, JsonNode> type : json.path("types").properties()) {
      JsonNode value = type.getValue();
      List<String> anyOf = Json.elements(value.path("any_of")).map(JsonNode::asText).toList();
      types.put(type.getKey(), new Type(type.getKey(), fields(value.path("fields")), anyOf));
    }
  }

  static Specification version102() {
    return VERSION_10_2;
  }

  /// @param name in small letters
  Optional<Method> findMethod(String name) {
    return Optional.ofNullable(methods.get(name));
  }

  /// @throws IllegalArgumentException when Telegram documents no such type
  Type type(String name) {
    Type type = types.get(name);
    if (type == null) {
      throw new IllegalArgumentException("Bot API 10.2 has no type " + name);
    }
    return type;
  }

  private static Map<String, Field> fields(JsonNode json) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      JsonNode field = entry.getValue();
      List<String> types = Json.elements(field.path("types")).map(JsonNode::asText).toList();
      boolean required = field.path("required").asBoolean();
      String value = field.path("value").asText("");
      fields.put(entry.getKey(), new Field(entry.getKey(), types, required, value));
    }
    return fields;
  }

  private static Specification read(String resource) {
    try (InputStream stream = Specification.class.getResourceAsStream(resource)) {
      return new Specification(Json.MAPPER.readTree(Objects.requireNonNull(stream, resource)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
