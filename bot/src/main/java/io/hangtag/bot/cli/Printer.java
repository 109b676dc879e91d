package io.hangtag.bot.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// Prints answers and errors, for people or for programs.
final class Printer {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final Environment environment;
  private final boolean json;

  Printer(Environment environment, boolean json) {
    this.environment = environment;
    this.json = json;
  }

  void answer(Answer answer) {
    if (json) {
      print(answer.document());
    } else {
      environment.out().println(answer.text());
      environment.out().flush();
    }
  }

  /// Says what went wrong: to people always, and to the program that asked for JSON.
  void error(String code, String message) {
    environment.err().println(message);
    environment.err().flush();
    if (json) {
      print(new Failed(new Problem(code, message)));
    }
  }

  /// Tells people something beside the answer.
  void note(String text) {
    environment.err().println(text);
    environment.err().flush();
  }

  /// JSON is UTF-8 whatever the terminal's encoding.
  private void print(Record document) {
    try {
      environment.out().writeBytes(JSON.writeValueAsBytes(document));
      environment.out().writeBytes(new byte[] {'\n'});
      environment.out().flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document cannot be written as JSON", e);
    }
  }

  private record Failed(Problem error) {}

  private record Problem(String code, String message) {}
}
