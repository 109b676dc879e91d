package io.hangtag.bot.playground;

import io.hangtag.bot.playground.FormattedText.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what Telegram marks in a text by itself: commands, mentions, hashtags and links.
final class EntityFinder {

  private record Rule(String type, Pattern pattern) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("url", Pattern.compile("(?<![\\w@])https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]")),
          new Rule(
              "bot_command",
              Pattern.compile(
                  "(?<![\\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\\w/@])")),
          new Rule("mention", Pattern.compile("(?<![\\w@/])@[A-Za-z0-9_]{3,32}(?!\\w)")),
          new Rule(
              "hashtag",
              Pattern.compile(
                  "(?<![\\w#])#(?=\\w*\\p{L})\\w{1,256}", Pattern.UNICODE_CHARACTER_CLASS)));

  private static final Set<String> NOTHING_INSIDE = Set.of("code", "pre", "text_link", "url");

  private EntityFinder() {}

  static FormattedText marked(FormattedText text) {
    List<Entity> found = new ArrayList<>();
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern().matcher(text.text());
      while (matcher.find()) {
        int start = matcher.start();
        int length = matcher.end() - start;
        Entity entity = new Entity(rule.type(), start, length, Json.object());
        if (isFree(entity, text.entities()) && isFree(entity, found)) {
          found.add(entity);
        }
      }
    }
    return text.with(found);
  }

  private static boolean isFree(Entity entity, List<Entity> others) {
    return others.stream()
        .filter(other -> NOTHING_INSIDE.contains(other.type()))
        .noneMatch(other -> entity.offset() < other.end() && other.offset() < entity.end());
  }
}
