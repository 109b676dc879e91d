package io.hangtag.bot.playground;

import java.util.Locale;

/// The four kinds of chats.
public enum ChatKind {
  PRIVATE,
  GROUP,
  SUPERGROUP,
  CHANNEL;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isGroup() {
    return this == GROUP || this == SUPERGROUP;
  }
}
