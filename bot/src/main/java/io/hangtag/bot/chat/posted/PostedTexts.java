package io.hangtag.bot.chat.posted;

import io.hangtag.bot.chat.Html;
import io.hangtag.core.posting.Channel;
import io.hangtag.core.posting.PostStatus;
import io.hangtag.core.posting.RecordedPost;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What the bot says of posts, in English.
final class PostedTexts {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.UK);

  private PostedTexts() {}

  static String recorded(String media, Channel channel, String time) {
    return "Recorded: %s, posted on %s on %s.".formatted(media, name(channel), time);
  }

  static String alreadyRecorded(String media, Channel channel, String time) {
    return "That is recorded already: %s, posted on %s on %s."
        .formatted(media, name(channel), time);
  }

  /// In the team's time.
  static String time(Instant time, ZoneId zone) {
    return TIME.format(time.atZone(zone));
  }

  static String undone() {
    return "Undone: that post does not count.";
  }

  static String onlyThis(String media) {
    return "Only %s was posted then.".formatted(media);
  }

  static String notYet(String time) {
    return "%s has not come yet. Tell me when it is posted.".formatted(time);
  }

  static String tooOld(String time) {
    return "%s is too long ago.".formatted(time);
  }

  static String unknownTime(String words) {
    return "“%s” is no time I understand. Say <code>now</code>, <code>9:15</code>,"
            .formatted(Html.text(words, 60))
        + " <code>yesterday 18:30</code> or <code>2026-11-20 18:30</code>.";
  }

  static String unknownChannel(String words) {
    return "“%s” is no channel I know. These are: %s."
        .formatted(
            Html.text(words, 60),
            Arrays.stream(Channel.values())
                .map(PostedTexts::name)
                .collect(Collectors.joining(", ")));
  }

  static String none(String media) {
    return "No posts of %s are recorded. Say <code>/posted instagram story</code> when it is out."
        .formatted(media);
  }

  static String posts(String media, List<RecordedPost> posts, ZoneId zone) {
    return "Posts of %s:\n".formatted(media)
        + posts.stream().map(post -> line(post, zone)).collect(Collectors.joining("\n"));
  }

  private static String line(RecordedPost post, ZoneId zone) {
    String status =
        post.status() == PostStatus.POSTED ? "" : " · <i>%s</i>".formatted(post.status().code());
    String by = post.by() == null ? "" : " · " + Html.text(post.by(), 40);
    String channel =
        post.permalink() == null
            ? name(post.channel())
            : "<a href=\"%s\">%s</a>"
                .formatted(Html.text(post.permalink(), 2048), name(post.channel()));
    return "• %s · %s%s%s".formatted(time(post.postedAt(), zone), channel, by, status);
  }

  private static String name(Channel channel) {
    return channel.code().replace('_', ' ');
  }
}
