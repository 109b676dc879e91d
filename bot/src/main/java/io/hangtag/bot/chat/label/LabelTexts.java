package io.hangtag.bot.chat.label;

import io.hangtag.bot.chat.Html;
import io.hangtag.core.media.Labels;
import java.util.stream.Collectors;

/// What the bot says of tags and categories, in English.
final class LabelTexts {
  private LabelTexts() {}

  static String tags(String media, Labels labels) {
    return labels.tags().isEmpty()
        ? "There are no tags on %s. Add some with <code>/tag summer beach</code>.".formatted(media)
        : "Tags of %s: %s.".formatted(media, list(labels));
  }

  static String tagged(String media, Labels labels) {
    return labels.tags().isEmpty()
        ? "Now %s has no tags.".formatted(media)
        : "Now %s has the tags %s.".formatted(media, list(labels));
  }

  private static String list(Labels labels) {
    return labels.tags().stream()
        .map(tag -> "#" + Html.text(tag, Labels.MAX_LENGTH))
        .collect(Collectors.joining(" "));
  }

  static String category(String media, Labels labels) {
    return labels.category() == null
        ? "There is no category on %s. Set one with <code>/category memes</code>.".formatted(media)
        : "The category of %s is %s. <code>/category -</code> takes it away."
            .formatted(media, Html.bold(labels.category()));
  }

  static String categorised(String media, Labels labels) {
    return labels.category() == null
        ? "Now %s has no category.".formatted(media)
        : "Now %s is in the category %s.".formatted(media, Html.bold(labels.category()));
  }

  static String unchanged(String media) {
    return "That changes nothing about %s.".formatted(media);
  }

  static String undone(String media) {
    return "Undone: %s is labelled as before.".formatted(media);
  }

  static String onlyThis(String media) {
    return "Only %s is labelled so.".formatted(media);
  }

  static String tooLong() {
    return "A tag or category has at most %d characters.".formatted(Labels.MAX_LENGTH);
  }

  static String tooMany() {
    return "A photo or video has at most %d tags.".formatted(Labels.MAX_TAGS);
  }
}
