package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.bot.Config.Purpose;
import io.hangtag.core.CoreConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigTest {
  private static final Installation LAPTOP =
      new Installation(Path.of("/opt/hangtag"), Installation.Database.SHIPPED);
  private static final Installation CONTAINER =
      new Installation(Path.of("/app"), Installation.Database.NOT_SHIPPED);

  @Test
  void has_a_default_for_everything_a_command_needs() {
    Config config = Config.read(Map.of(), LAPTOP, Purpose.COMMAND);

    assertThat(config)
        .isEqualTo(
            new Config(
                new CoreConfig.Embedded(Path.of("/opt/hangtag/data")),
                Path.of("/opt/hangtag/data"),
                null,
                Set.of(),
                ZoneId.of("UTC"),
                Currency.getInstance("USD"),
                new Config.Http(0, "127.0.0.1")));
  }

  @Test
  void reads_every_variable() {
    Map<String, String> variables =
        Map.ofEntries(
            Map.entry("HANGTAG_TELEGRAM_TOKEN", "123:abc_DEF-9"),
            Map.entry("HANGTAG_TELEGRAM_API_URL", "http://localhost:8081/"),
            Map.entry("HANGTAG_ADMINS", "42, 43"),
            Map.entry("HANGTAG_DATABASE_URL", "jdbc:postgresql://db/hangtag"),
            Map.entry("HANGTAG_DATABASE_USER", "ada"),
            Map.entry("HANGTAG_DATABASE_PASSWORD", " secret "),
            Map.entry("HANGTAG_DATA_DIR", "/srv/hangtag"),
            Map.entry("HANGTAG_TIMEZONE", "Europe/Berlin"),
            Map.entry("HANGTAG_CURRENCY", "eur"),
            Map.entry("HANGTAG_HTTP_PORT", "8080"),
            Map.entry("HANGTAG_HTTP_BIND", "0.0.0.0"),
            Map.entry("HANGTAG_LOG", "DEBUG"));

    Config config = Config.read(variables, CONTAINER, Purpose.SERVE);

    assertThat(config.core())
        .isEqualTo(new CoreConfig.External("jdbc:postgresql://db/hangtag", "ada", " secret "));
    assertThat(config.dataDir()).isEqualTo(Path.of("/srv/hangtag"));
    assertThat(config.account().token().value()).isEqualTo("123:abc_DEF-9");
    assertThat(config.account().api()).isEqualTo(URI.create("http://localhost:8081"));
    assertThat(config.admins()).containsExactlyInAnyOrder(42L, 43L);
    assertThat(config.timezone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(config.currency()).isEqualTo(Currency.getInstance("EUR"));
    assertThat(config.http()).isEqualTo(new Config.Http(8080, "0.0.0.0"));
  }

  @Test
  void counts_blank_as_not_given() {
    Config config =
        Config.read(
            Map.of("HANGTAG_DATABASE_URL", "", "HANGTAG_HTTP_PORT", " "), LAPTOP, Purpose.COMMAND);

    assertThat(config.core()).isInstanceOf(CoreConfig.Embedded.class);
    assertThat(config.http().port()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HANGTAG_TELEGRAM_TOKEN   | not a token             | must be a bot token as @BotFather gives it: digits, a colon, letters and digits
          HANGTAG_TELEGRAM_TOKEN   | 123:abc/../            | must be a bot token as @BotFather gives it: digits, a colon, letters and digits
          HANGTAG_TELEGRAM_API_URL | api.telegram.org        | must be http(s)://host[:port] without a path
          HANGTAG_TELEGRAM_API_URL | ftp://host              | must be http(s)://host[:port] without a path
          HANGTAG_TELEGRAM_API_URL | http://host/path        | must be http(s)://host[:port] without a path
          HANGTAG_TELEGRAM_API_URL | http://user:pw@host     | must be http(s)://host[:port] without a path
          HANGTAG_TELEGRAM_API_URL | http://host?a=b         | must be http(s)://host[:port] without a path
          HANGTAG_TELEGRAM_API_URL | http://host:99999       | must be http(s)://host[:port] without a path
          HANGTAG_TELEGRAM_API_URL | http://a b              | must be http(s)://host[:port] without a path
          HANGTAG_ADMINS           | 1,ada                   | must be Telegram user ids (numbers) separated by commas, not '1,ada'
          HANGTAG_ADMINS           | 1,,2                    | must be Telegram user ids (numbers) separated by commas, not '1,,2'
          HANGTAG_ADMINS           | -100123                 | must be ids of people, which are positive, not -100123
          HANGTAG_DATABASE_URL     | postgres://a:b@host/db | must be jdbc:postgresql://HOST[:PORT]/NAME, with user and password in HANGTAG_DATABASE_USER and HANGTAG_DATABASE_PASSWORD
          HANGTAG_DATABASE_URL     | jdbc:postgresql://a:b@host/db | must be jdbc:postgresql://HOST[:PORT]/NAME, with user and password in HANGTAG_DATABASE_USER and HANGTAG_DATABASE_PASSWORD
          HANGTAG_DATABASE_URL     | jdbc:postgresql://host:port/db | must be jdbc:postgresql://HOST[:PORT]/NAME, with user and password in HANGTAG_DATABASE_USER and HANGTAG_DATABASE_PASSWORD
          HANGTAG_DATABASE_URL     | jdbc:mysql://host/db | must be jdbc:postgresql://HOST[:PORT]/NAME, with user and password in HANGTAG_DATABASE_USER and HANGTAG_DATABASE_PASSWORD
          HANGTAG_DATABASE_USER    | ada                     | has no meaning without HANGTAG_DATABASE_URL
          HANGTAG_DATABASE_PASSWORD| secret                  | has no meaning without HANGTAG_DATABASE_URL
          HANGTAG_TIMEZONE         | +02:00                  | must be an IANA time zone, for example Europe/Berlin or UTC, not '+02:00'
          HANGTAG_TIMEZONE         | Berlin                  | must be an IANA time zone, for example Europe/Berlin or UTC, not 'Berlin'
          HANGTAG_CURRENCY         | dollars                 | must be an ISO 4217 currency code, for example USD, not 'dollars'
          HANGTAG_HTTP_PORT        | 65536                   | must be a number from 0 (off) to 65535, not '65536'
          HANGTAG_HTTP_PORT        | http                    | must be a number from 0 (off) to 65535, not 'http'
          HANGTAG_LOG              | loud                    | must be one of error, warn, info, debug, trace, not 'loud'
          """)
  void refuses_what_has_no_meaning(String name, String value, String problem) {
    Map<String, String> variables = Map.of(name, value);

    assertThatThrownBy(() -> Config.read(variables, LAPTOP, Purpose.COMMAND))
        .isInstanceOf(ConfigException.class)
        .hasMessage("%s %s", name, problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/hangtag",
        "jdbc:postgresql://10.0.0.1:5432/hangtag?sslmode=require&user=a@b",
        "jdbc:postgresql://one:5432,two:5433/hangtag",
        "jdbc:postgresql://[::1]:5432/hangtag",
        "jdbc:postgresql:///hangtag",
        "jdbc:postgresql:hangtag"
      })
  void takes_every_form_of_a_database_url(String url) {
    Config config = Config.read(Map.of("HANGTAG_DATABASE_URL", url), CONTAINER, Purpose.COMMAND);

    assertThat(config.core()).isEqualTo(new CoreConfig.External(url, "", ""));
  }

  @Test
  void tells_all_problems_at_once() {
    Map<String, String> variables = Map.of("HANGTAG_CURRENCY", "x", "HANGTAG_LOG", "y");

    assertThatThrownBy(() -> Config.read(variables, LAPTOP, Purpose.SERVE))
        .hasMessage(
            """
            HANGTAG_TELEGRAM_TOKEN is missing: the bot's token from @BotFather
            HANGTAG_ADMINS is missing: the Telegram user ids, separated by commas, who may set up teams
            HANGTAG_CURRENCY must be an ISO 4217 currency code, for example USD, not 'x'
            HANGTAG_LOG must be one of error, warn, info, debug, trace, not 'y'""");
  }

  @Test
  void asks_for_a_database_where_none_was_shipped() {
    assertThatThrownBy(() -> Config.read(Map.of(), CONTAINER, Purpose.COMMAND))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "HANGTAG_DATABASE_URL is missing: jdbc:postgresql://HOST/NAME, because this Hangtag"
                + " comes without a database of its own");
  }

  @Test
  void never_shows_token_or_password() {
    Config config =
        Config.read(
            Map.of(
                "HANGTAG_TELEGRAM_TOKEN", "123:hidden",
                "HANGTAG_DATABASE_URL", "jdbc:postgresql://db/x?password=hidden",
                "HANGTAG_DATABASE_PASSWORD", "hidden"),
            LAPTOP,
            Purpose.COMMAND);

    assertThat(config.toString()).doesNotContain("hidden");
  }

  @Test
  void has_no_account_unless_a_token_was_given() {
    Config config = Config.read(Map.of(), LAPTOP, Purpose.COMMAND);

    assertThatThrownBy(config::account).isInstanceOf(IllegalStateException.class);
  }
}
