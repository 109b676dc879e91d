package io.hangtag.bot.chat.team;

import io.hangtag.bot.chat.Html;
import java.util.List;
import java.util.stream.Collectors;

/// What the bot says of teams and their channels, in English.
public final class TeamTexts {
  private TeamTexts() {}

  public static String channelBound(String channel, String team) {
    return "The channel %s belongs to the team %s now: I know the photos that are posted there. I never write in it."
        .formatted(Html.bold(channel), Html.bold(team));
  }

  public static String whichTeamsChannel(String channel) {
    return "Which team does the channel %s belong to?".formatted(Html.bold(channel));
  }

  public static String writesAsChannel() {
    return "Who writes as a channel I cannot know. Please write as yourself.";
  }

  static String roster(String team, int members, List<String> names) {
    String listed =
        names.stream().map(name -> Html.text(name, 40)).collect(Collectors.joining(", "));
    String more = members > names.size() ? " and %d more".formatted(members - names.size()) : "";
    return "This is the team %s, with %d %s: %s%s."
        .formatted(Html.bold(team), members, members == 1 ? "member" : "members", listed, more);
  }

  static String choice(String team) {
    return "Here you act for the team %s. Tap to act for another one:".formatted(Html.bold(team));
  }
}
