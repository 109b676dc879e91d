package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;

/// The bot's own account, as @BotFather would have set it up.
///
/// @param token `<id>:<secret>`, as the real server wants it
/// @param username without @
public record BotAccount(String token, String firstName, String username, Set<Setting> settings) {

  /// What @BotFather asks about a bot.
  public enum Setting {
    /// The bot sees only what is meant for it in groups.
    PRIVACY_MODE,
    INLINE_QUERIES,
    /// The bot is told which inline result a person chose.
    INLINE_FEEDBACK
  }

  public BotAccount {
    if (!token.matches("[1-9]\\d{0,18}:[A-Za-z0-9_-]{24,}")) {
      throw new IllegalArgumentException("token must look like 123456:AAE..., 24 or more after :");
    }
    settings = Set.copyOf(settings);
  }

  /// A bot with privacy mode and inline queries on, as Hangtag wants to be set up.
  public static BotAccount named(String username) {
    return new BotAccount(
        "4242424242:AAPlaygroundTokenOfNoWorthAtAll",
        "Hangtag",
        username,
        Set.of(Setting.PRIVACY_MODE, Setting.INLINE_QUERIES));
  }

  public BotAccount with(Setting setting) {
    EnumSet<Setting> more = EnumSet.of(setting);
    more.addAll(settings);
    return new BotAccount(token, firstName, username, more);
  }

  public BotAccount without(Setting setting) {
    EnumSet<Setting> fewer = EnumSet.noneOf(Setting.class);
    settings.stream().filter(each -> each != setting).forEach(fewer::add);
    return new BotAccount(token, firstName, username, fewer);
  }

  public long id() {
    return Long.parseLong(token.substring(0, token.indexOf(':')));
  }

  boolean has(Setting setting) {
    return settings.contains(setting);
  }

  ObjectNode asUser() {
    return Json.object()
        .put("id", id())
        .put("is_bot", true)
        .put("first_name", firstName)
        .put("username", username);
  }

  @Override
  public String toString() {
    return "@" + username;
  }
}
