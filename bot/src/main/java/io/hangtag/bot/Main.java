package io.hangtag.bot;

import io.hangtag.bot.App.Settings;
import io.hangtag.bot.cli.Cli;
import io.hangtag.bot.cli.Environment;
import io.hangtag.bot.cli.Programs;
import io.hangtag.bot.cli.ProgressStyle;
import io.hangtag.bot.demo.Demo;
import io.hangtag.bot.telegram.UnknownTokenException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The program: `hangtag`.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// Does what the arguments say and returns the exit code: 0 done, 1 refused or failed, 2 wrong
  /// usage or configuration.
  private static int run(String[] arguments) {
    Map<String, String> variables = System.getenv();
    // What a service does in the background is of interest; a command says what it did itself.
    LogLevel usual = List.of(arguments).contains("serve") ? LogLevel.INFO : LogLevel.WARN;
    usual.applyUnlessGiven(variables);
    Environment environment =
        new Environment(
            variables,
            Installation.ofThisProcess(),
            System.in,
            System.out,
            System.err,
            ProgressStyle.ofThisProcess(),
            InstantSource.system());
    return new Cli(environment, new Started(environment)).run(arguments);
  }

  /// What runs longer than a command.
  private record Started(Environment environment) implements Programs {
    @Override
    public int serve(Config config) {
      Settings settings =
          new Settings(config.account(), config.admins(), config.timezone(), config.currency());
      try {
        new Serving().run(config.core(), settings, environment.clock());
        return 0;
      } catch (UnknownTokenException e) {
        environment.err().println(e.getMessage());
        return Cli.MISUSED;
      }
    }

    @Override
    public int demo(Config config) {
      return sample(config).tell();
    }

    @Override
    public int demoChat(Config config) {
      return sample(config)
          .chat(
              new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8)));
    }

    private Demo sample(Config config) {
      return new Demo(
          (core, account, admin) ->
              App.start(
                  core, new Settings(account, Set.of(admin), config.timezone(), config.currency())),
          environment.out());
    }
  }
}
