package io.hangtag.core.media;

/// What a product that was picked inline is meant for.
public sealed interface Pick {
  /// It was sent as a reply to this.
  record For(Subject subject) implements Pick {}

  /// It was sent as a reply to something that is not this team's.
  record Elsewhere() implements Pick {}

  /// It was sent as a reply to nothing, or where the bot could not see it.
  record Anything() implements Pick {}
}
