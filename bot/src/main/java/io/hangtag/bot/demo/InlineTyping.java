package io.hangtag.bot.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.bot.playground.InlineQuery;
import io.hangtag.bot.playground.Participant;
import io.hangtag.bot.playground.Person;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/// What the bot offers while a person types `@bot words`, as lines of a terminal.
final class InlineTyping {
  private static final int MOST_SHOWN = 10;

  private final PrintStream out;
  private final Person person;
  private Optional<InlineQuery> last = Optional.empty();

  InlineTyping(PrintStream out, Person person) {
    this.out = out;
    this.person = person;
  }

  /// Shows what is offered for the words.
  void type(String words) {
    InlineQuery query = person.queries(words);
    last = Optional.of(query);
    List<JsonNode> results = query.results();
    if (results.isEmpty()) {
      out.println("  [" + query.answer().at("/button/text").asText("nothing is offered") + "]");
    }
    for (int i = 0; i < Math.min(results.size(), MOST_SHOWN); i++) {
      out.println(
          "  %2d %s\n     %s"
              .formatted(
                  i + 1,
                  results.get(i).path("title").asText(),
                  results.get(i).path("description").asText()));
    }
    if (results.size() > MOST_SHOWN) {
      out.println("     and %d more".formatted(results.size() - MOST_SHOWN));
    }
  }

  /// Sends one of what was offered last.
  ///
  /// @param number from 1
  void pick(Participant me, String number) {
    int offered = last.map(query -> query.results().size()).orElse(0);
    int index = number.matches("\\d{1,2}") ? Integer.parseInt(number) - 1 : -1;
    if (index < 0 || index >= offered) {
      out.println("Type @hangtag_demo_bot and some words first, then: pick 1");
      return;
    }
    last.orElseThrow().choose(index, me);
  }
}
