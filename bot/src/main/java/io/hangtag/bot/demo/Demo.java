package io.hangtag.bot.demo;

import io.hangtag.bot.playground.BotAccount;
import io.hangtag.bot.playground.BotApi;
import io.hangtag.bot.playground.Content;
import io.hangtag.bot.playground.NotHappened;
import io.hangtag.bot.playground.Person;
import io.hangtag.bot.telegram.Secret;
import io.hangtag.bot.telegram.TelegramAccount;
import io.hangtag.core.Core;
import io.hangtag.core.CoreConfig;
import io.hangtag.core.importing.ImportReport;
import io.hangtag.core.team.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The real bot and a database of its own, with a Bot API in this process and a real shop's
/// products and orders. Leaves nothing behind but the chart at the end of its story.
public final class Demo {
  private final BotStarter bot;
  private final PrintStream out;

  public Demo(BotStarter bot, PrintStream out) {
    this.bot = bot;
    this.out = out;
  }

  /// Tells a story and checks every answer.
  ///
  /// @return 0, or 1 if an answer was wrong
  public int tell() {
    return run(
        (api, ada) -> {
          Printer printer = new Printer(api.world(), out);
          try {
            LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
            keep(new Story(api.world(), printer, ada, today).tell());
          } catch (WrongReplyException | NotHappened e) {
            out.println();
            out.println("WRONG: " + e.getMessage());
            return 1;
          }
          List<String> violations = api.violations();
          violations.forEach(violation -> out.println("AGAINST THE BOT API: " + violation));
          out.println();
          return violations.isEmpty() ? 0 : 1;
        });
  }

  /// Leaves the chat to the person at the terminal.
  public int chat(BufferedReader in) {
    return run(
        (api, ada) -> {
          Printer printer = new Printer(api.world(), out);
          new ChatTerminal(api.world(), printer, out, ada).run(in);
          return 0;
        });
  }

  private int run(Scene scene) {
    InstantSource clock = InstantSource.system();
    BotAccount account =
        BotAccount.named("hangtag_demo_bot").without(BotAccount.Setting.PRIVACY_MODE);
    Path folder = temporaryFolder();
    try (Core core = Core.open(new CoreConfig.Embedded(folder), clock);
        BotApi api = BotApi.start(account, clock)) {
      fillShop(core, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
      Person ada = api.world().person("Ada");
      TelegramAccount telegram =
          new TelegramAccount(new Secret(account.token()), URI.create(api.url()));
      try (AutoCloseable _ = bot.start(core, telegram, ada.id())) {
        return scene.play(api, ada);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The demonstration broke off", e);
    } finally {
      delete(folder);
    }
  }

  private static void fillShop(Core core, LocalDate today) throws IOException {
    Workspace shop =
        core.workspaces().named("Corner Shop", ZoneOffset.UTC, Currency.getInstance("GBP"));
    try (InputStream products = Demo.class.getResourceAsStream("products_export.csv");
        InputStream orders = SampleOrders.until(today.minusDays(1))) {
      refuseEmpty(
          core.productImport().importShopify(shop.id(), Objects.requireNonNull(products), _ -> {}));
      refuseEmpty(core.orderImport().importShopify(shop.id(), orders, _ -> {}));
    }
  }

  private static void refuseEmpty(ImportReport report) {
    if (report.created() == 0 || !report.rejected().isEmpty()) {
      throw new IllegalStateException("The sample shop is incomplete: " + report);
    }
  }

  private void keep(Content chart) throws IOException {
    Path file = Files.createTempFile("hangtag-demo-chart", ".png");
    Files.write(file, chart.bytes());
    out.println();
    out.println("The chart of that is in " + file);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("hangtag-demo");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The demonstration's folder is still there: " + folder, e);
    }
  }

  /// What is done with the bot while it runs.
  private interface Scene {
    int play(BotApi api, Person ada) throws IOException;
  }

  /// Starts the bot.
  @FunctionalInterface
  public interface BotStarter {
    /// The running bot; closing it stops it.
    ///
    /// @param admin Telegram's number of the person who may set up teams
    AutoCloseable start(Core core, TelegramAccount account, long admin);
  }
}
