package io.hangtag.bot.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which fields the JSON of each command has: contract.json, and how far it was seen to be kept.
///
/// A shape is an object of fields, `[shape]` a list, `@name` a shape by its name, and a text what a
/// value may be: `integer`, `number`, `text`, `money`, `currency`, `time`, `object`, or one of the
/// words joined by `|`; with `?` at the end it may be null too. Other fields may stand beside them.
final class Contract {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final JsonNode contract;
  private final Set<String> seen = new TreeSet<>();

  private Contract(JsonNode contract) {
    this.contract = contract;
  }

  static Contract read() {
    try (InputStream file = Contract.class.getResourceAsStream("contract.json")) {
      return new Contract(JSON.readTree(Objects.requireNonNull(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    for (JsonNode command : contract.get("commands")) {
      String fails = text(command, "fails");
      commands.add(
          new Command(
              command.get("run").asText(),
              text(command, "after"),
              command.has("input")
                  ? contract.get("inputs").get(command.get("input").asText()).asText()
                  : "",
              fails == null ? command.get("prints").asText() : "error",
              fails));
    }
    return commands;
  }

  private static @Nullable String text(JsonNode of, String field) {
    return of.has(field) ? of.get(field).asText() : null;
  }

  /// What is wrong with one line that was printed; nothing if it keeps to the shape.
  List<String> problems(String shape, String line) {
    try {
      List<String> problems = new ArrayList<>();
      check("@" + shape, new Place(shape, problems), JSON.readTree(line));
      return problems;
    } catch (IOException e) {
      return List.of("is not one JSON document: " + e.getMessage());
    }
  }

  private void check(String kind, Place place, JsonNode value) {
    if (kind.startsWith("@")) {
      String shape = kind.substring(1);
      check(contract.get("shapes").get(shape), new Place(shape, place.problems()), value);
      return;
    }
    if (kind.endsWith("?") && value.isNull()) {
      seen.add(place.name() + " null");
      return;
    }
    String alternatives = kind.endsWith("?") ? kind.substring(0, kind.length() - 1) : kind;
    if (isOne(alternatives, value)) {
      seen.add(place.name() + " " + (isWords(alternatives) ? value.asText() : alternatives));
    } else {
      place.problems().add("%s must be %s, not %s".formatted(place.name(), kind, value));
    }
  }

  private void check(JsonNode shape, Place place, JsonNode value) {
    if (shape.isTextual()) {
      check(shape.asText(), place, value);
    } else if (shape.isArray() && value.isArray()) {
      value.forEach(item -> check(shape.get(0), place, item));
    } else if (shape.isObject() && value.isObject()) {
      shape
          .properties()
          .forEach(
              field -> {
                Place inside = place.of(field.getKey());
                JsonNode told = value.get(field.getKey());
                if (told == null) {
                  place.problems().add(inside.name() + " is missing");
                } else {
                  check(field.getValue(), inside, told);
                }
              });
    } else {
      place.problems().add("%s must not be %s".formatted(place.name(), value));
    }
  }

  private static boolean isOne(String kind, JsonNode value) {
    return switch (kind) {
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "text" -> value.isTextual() && !value.asText().isBlank();
      case "money" -> value.isTextual() && value.asText().matches("-?\\d+(\\.\\d+)?");
      case "currency" -> value.isTextual() && value.asText().matches("[A-Z]{3}");
      case "time" -> value.isTextual() && isTime(value.asText());
      case "object" -> value.isObject();
      case "true|false" -> value.isBoolean();
      default -> {
        if (!isWords(kind)) {
          throw new IllegalArgumentException("kind must be one that is listed, not " + kind);
        }
        yield value.isTextual() && List.of(kind.split("\\|")).contains(value.asText());
      }
    };
  }

  private static boolean isWords(String kind) {
    return kind.contains("|");
  }

  private static boolean isTime(String text) {
    try {
      return OffsetDateTime.parse(text).toString().length() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /// What may be but was never seen in what was checked so far.
  Set<String> unseen() {
    Set<String> unseen = new TreeSet<>();
    contract
        .get("shapes")
        .properties()
        .forEach(shape -> addPossible(unseen, shape.getKey(), shape.getValue()));
    unseen.removeAll(seen);
    return unseen;
  }

  private static void addPossible(Set<String> possible, String name, JsonNode shape) {
    if (shape.isObject()) {
      shape
          .properties()
          .forEach(field -> addPossible(possible, name + "." + field.getKey(), field.getValue()));
    } else if (shape.isArray()) {
      addPossible(possible, name, shape.get(0));
    } else if (!shape.asText().startsWith("@")) {
      for (String kind : shape.asText().replace("?", "|null").split("\\|", -1)) {
        possible.add(name + " " + kind);
      }
    }
  }

  /// A command and what it is to print.
  ///
  /// @param after run before it; null: nothing
  /// @param input what it reads from standard input
  /// @param shape of what it prints
  /// @param fails the code of its error; null: it does not fail
  record Command(
      String run, @Nullable String after, String input, String shape, @Nullable String fails) {}

  /// Where in a document something stands, and what is wrong with that document.
  private record Place(String name, List<String> problems) {
    Place of(String field) {
      return new Place(name + "." + field, problems);
    }
  }
}
