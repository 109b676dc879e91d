package io.hangtag.bot;

import io.hangtag.bot.Config.Http;
import io.hangtag.bot.Config.Purpose;
import io.hangtag.bot.telegram.Secret;
import io.hangtag.bot.telegram.TelegramAccount;
import io.hangtag.core.CoreConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the environment variables and gathers all that is wrong with them.
///
/// Values that may be secret (token, database URL and credentials) are never repeated.
final class ConfigReader {
  private static final String TOKEN = "HANGTAG_TELEGRAM_TOKEN";
  private static final String ADMINS = "HANGTAG_ADMINS";
  private static final String DATABASE_URL = "HANGTAG_DATABASE_URL";
  private static final String DATABASE_USER = "HANGTAG_DATABASE_USER";
  private static final String DATABASE_PASSWORD = "HANGTAG_DATABASE_PASSWORD";

  private static final Pattern TOKEN_SHAPE = Pattern.compile("[0-9]+:[A-Za-z0-9_-]+");

  /// Of a URL with credentials before the host the driver would print the password.
  private static final Pattern DATABASE_URL_SHAPE =
      Pattern.compile(
          "jdbc:postgresql:(//(HOST(:[0-9]{1,5})?)(,HOST(:[0-9]{1,5})?)*/)?[^/@:]*([?].*)?"
              .replace("HOST", "([^]\\[@:/?,]*|\\[[0-9A-Fa-f:.]+\\])"));

  private static final int MAX_PORT = 65_535;

  private final Map<String, String> variables;
  private final Installation installation;
  private final List<String> problems = new ArrayList<>();

  ConfigReader(Map<String, String> variables, Installation installation) {
    this.variables = variables;
    this.installation = installation;
  }

  Config read(Purpose purpose) {
    @Nullable TelegramAccount telegram = telegram();
    Set<Long> admins = value(ADMINS, Set.of(), ConfigReader::admins);
    if (purpose == Purpose.SERVE) {
      require(TOKEN, "the bot's token from @BotFather");
      require(ADMINS, "the Telegram user ids, separated by commas, who may set up teams");
    }
    Path dataDir = dataDir();
    CoreConfig core = core(dataDir);
    ZoneId timezone = value("HANGTAG_TIMEZONE", ZoneId.of("UTC"), Locality::timezone);
    Currency currency = value("HANGTAG_CURRENCY", Currency.getInstance("USD"), Locality::currency);
    Http http =
        new Http(
            value("HANGTAG_HTTP_PORT", 0, ConfigReader::port),
            text("HANGTAG_HTTP_BIND").orElse("127.0.0.1"));
    Optional<LogLevel> _ = value("HANGTAG_LOG", Optional.empty(), LogLevel::of);
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return new Config(core, dataDir, telegram, admins, timezone, currency, http);
  }

  private @Nullable TelegramAccount telegram() {
    URI api =
        value(
            "HANGTAG_TELEGRAM_API_URL", URI.create("https://api.telegram.org"), ConfigReader::api);
    return text(TOKEN)
        .map(ignored -> new TelegramAccount(value(TOKEN, new Secret(""), ConfigReader::token), api))
        .orElse(null);
  }

  private Path dataDir() {
    return installation.home().resolve(value("HANGTAG_DATA_DIR", Path.of("data"), Path::of));
  }

  private CoreConfig core(Path dataDir) {
    Optional<String> url = text(DATABASE_URL);
    if (url.isPresent()) {
      return new CoreConfig.External(
          value(DATABASE_URL, "", ConfigReader::databaseUrl),
          text(DATABASE_USER).orElse(""),
          variables.getOrDefault(DATABASE_PASSWORD, ""));
    }
    if (installation.database() == Installation.Database.NOT_SHIPPED) {
      require(
          DATABASE_URL,
          "jdbc:postgresql://HOST/NAME, because this Hangtag comes without a database of its own"
              + " (user and password: %s, %s)".formatted(DATABASE_USER, DATABASE_PASSWORD));
    } else {
      refuseWithoutUrl(DATABASE_USER);
      refuseWithoutUrl(DATABASE_PASSWORD);
    }
    return new CoreConfig.Embedded(dataDir);
  }

  private void refuseWithoutUrl(String name) {
    if (text(name).isPresent()) {
      problems.add("%s has no meaning without %s".formatted(name, DATABASE_URL));
    }
  }

  private void require(String name, String meaning) {
    if (text(name).isEmpty()) {
      problems.add("%s is missing: %s".formatted(name, meaning));
    }
  }

  /// What a variable says, or the fallback if it is not given or illegal.
  ///
  /// @param parse refuses with an IllegalArgumentException that goes on the variable's name
  private <T> T value(String name, T fallback, Function<String, T> parse) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return fallback;
    }
    try {
      return parse.apply(text.get());
    } catch (IllegalArgumentException e) {
      problems.add("%s %s".formatted(name, e.getMessage()));
      return fallback;
    }
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  private static Secret token(String text) {
    if (!TOKEN_SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "must be a bot token as @BotFather gives it: digits, a colon, letters and digits");
    }
    return new Secret(text);
  }

  private static URI api(String text) {
    IllegalArgumentException refusal =
        new IllegalArgumentException("must be http(s)://host[:port] without a path");
    URI url;
    try {
      url = URI.create(text);
    } catch (IllegalArgumentException e) {
      refusal.initCause(e);
      throw refusal;
    }
    boolean plain =
        Optional.ofNullable(url.getRawPath()).orElse("").matches("/?")
            && url.getRawQuery() == null
            && url.getRawFragment() == null
            && url.getRawUserInfo() == null;
    boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!plain || !web || url.getHost() == null || url.getPort() > MAX_PORT) {
      throw refusal;
    }
    return URI.create(url.getScheme() + "://" + url.getRawAuthority());
  }

  private static Set<Long> admins(String text) {
    try {
      return Arrays.stream(text.split(",", -1))
          .map(String::strip)
          .map(Long::valueOf)
          .map(ConfigReader::person)
          .collect(Collectors.toUnmodifiableSet());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "must be Telegram user ids (numbers) separated by commas, not '%s'".formatted(text), e);
    }
  }

  private static Long person(Long id) {
    if (id < 1) {
      throw new IllegalArgumentException(
          "must be ids of people, which are positive, not %d".formatted(id));
    }
    return id;
  }

  private static String databaseUrl(String text) {
    if (!DATABASE_URL_SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "must be jdbc:postgresql://HOST[:PORT]/NAME, with user and password in %s and %s"
              .formatted(DATABASE_USER, DATABASE_PASSWORD));
    }
    return text;
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= MAX_PORT) {
        return port;
      }
    } catch (NumberFormatException _) {
      // Refused below, as a number out of range is.
    }
    throw new IllegalArgumentException(
        "must be a number from 0 (off) to %d, not '%s'".formatted(MAX_PORT, text));
  }
}
