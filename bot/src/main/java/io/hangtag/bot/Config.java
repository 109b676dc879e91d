package io.hangtag.bot;

import io.hangtag.bot.telegram.TelegramAccount;
import io.hangtag.core.CoreConfig;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the environment variables `HANGTAG_...` say.
///
/// @param core the database
/// @param dataDir the embedded database and media files; absolute
/// @param telegram the bot; null: no token was given, which [Purpose#COMMAND] does not need
/// @param admins Telegram's numbers of the people who may set up teams
/// @param timezone of new teams
/// @param currency of new teams
/// @param http where health and figures are served
public record Config(
    CoreConfig core,
    Path dataDir,
    @Nullable TelegramAccount telegram,
    Set<Long> admins,
    ZoneId timezone,
    Currency currency,
    Http http) {
  public Config {
    admins = Set.copyOf(admins);
  }

  /// Reads the variables. One that is blank counts as not given.
  ///
  /// @throws ConfigException with everything that is wrong
  public static Config read(
      Map<String, String> variables, Installation installation, Purpose purpose) {
    return new ConfigReader(variables, installation).read(purpose);
  }

  /// The bot to serve.
  ///
  /// @throws IllegalStateException unless read for [Purpose#SERVE]
  public TelegramAccount account() {
    if (telegram == null) {
      throw new IllegalStateException("The configuration was not read to serve");
    }
    return telegram;
  }

  /// What the configuration is for.
  public enum Purpose {
    /// The bot, which needs a token and somebody who may set up teams.
    SERVE,
    /// Anything else.
    COMMAND
  }

  /// Where health and figures are served.
  ///
  /// @param port 0: nowhere
  /// @param bind host name or address to listen on
  public record Http(int port, String bind) {}
}
