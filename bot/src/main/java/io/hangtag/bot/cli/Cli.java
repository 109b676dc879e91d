package io.hangtag.bot.cli;

import io.hangtag.bot.Config;
import io.hangtag.bot.ConfigException;
import io.hangtag.bot.LogLevel;
import io.hangtag.bot.telegram.TelegramUnavailableException;
import io.hangtag.core.Core;
import io.hangtag.core.CoreConfig;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Runs one command.
public final class Cli {
  /// The exit code of a command that was refused or failed.
  public static final int FAILED = 1;

  /// The exit code of wrong usage and of a configuration that cannot be used.
  public static final int MISUSED = 2;

  private static final Logger log = LoggerFactory.getLogger(Cli.class);

  private final Environment environment;
  private final Programs programs;

  public Cli(Environment environment, Programs programs) {
    this.environment = environment;
    this.programs = programs;
  }

  /// Runs what the arguments say and returns the exit code: 0 done, 1 refused or failed, 2 wrong
  /// usage or configuration.
  public int run(String... arguments) {
    HangtagCommand hangtag = new HangtagCommand();
    CommandLine line = new CommandLine(hangtag);
    ArgumentTypes.register(line);
    line.setOut(writer(environment.out()));
    line.setErr(writer(environment.err()));
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    line.setExecutionStrategy(parsed -> execute(parsed, new Printer(environment, hangtag.json())));
    line.setParameterExceptionHandler(
        // Wrong arguments end the parsing, perhaps before --json was reached.
        (e, _) -> misused(e, new Printer(environment, List.of(arguments).contains("--json"))));
    return line.execute(arguments);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  private int execute(ParseResult parsed, Printer printer) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    CommandLine line = parsed.asCommandLineList().getLast();
    Object command = line.getCommand();
    try {
      return switch (command) {
        case ProgramCommand program -> start(program);
        case CoreCommand work -> answer(work, printer);
        default -> throw new ParameterException(line, "A subcommand is missing");
      };
    } catch (ConfigException e) {
      printer.error("configuration", String.valueOf(e.getMessage()));
      return MISUSED;
    } catch (RefusedException e) {
      printer.error(e.code(), String.valueOf(e.getMessage()));
      return FAILED;
    } catch (TelegramUnavailableException e) {
      printer.error("telegram_unavailable", String.valueOf(e.getMessage()));
      return FAILED;
    } catch (ParameterException e) {
      throw e;
    } catch (RuntimeException e) {
      // A program that breaks off has to be looked into; of a command the sentence will do.
      Level level = command instanceof ProgramCommand ? Level.ERROR : Level.DEBUG;
      log.atLevel(level).setCause(e).log("The command failed");
      printer.error("failed", "The command failed: " + firstLine(cause(e)));
      return FAILED;
    }
  }

  private int start(ProgramCommand command) {
    return command.start(programs, config(command.purpose()));
  }

  private int answer(CoreCommand command, Printer printer) {
    // That a database started and stopped is not what a command was asked for.
    LogLevel.WARN.applyUnlessGiven(environment.variables());
    Config config = config(Config.Purpose.COMMAND);
    Answer answer;
    try (Core core = open(config.core(), environment.clock())) {
      answer = command.run(new Session(core, config, environment));
    }
    printer.answer(answer);
    return 0;
  }

  /// Opens the database for a command or a program that [#run] started; of a failure, [#run] tells
  /// in one sentence.
  public static Core open(CoreConfig config, InstantSource clock) {
    try {
      return Core.open(config, clock);
    } catch (RuntimeException e) {
      log.debug("The database cannot be opened", e);
      throw new RefusedException(
          "database_unavailable", "The database cannot be opened: " + withoutUrl(e, config));
    }
  }

  private Config config(Config.Purpose purpose) {
    return Config.read(environment.variables(), environment.installation(), purpose);
  }

  private static int misused(ParameterException e, Printer printer) {
    CommandLine line = e.getCommandLine();
    String command = line.getCommandSpec().qualifiedName();
    String hint =
        line.getSubcommands().isEmpty()
            ? ""
            : " (%s)".formatted(String.join(", ", line.getSubcommands().keySet()));
    printer.error("usage", "%s%s.".formatted(e.getMessage(), hint));
    printer.note("Try '%s --help'.".formatted(command));
    return MISUSED;
  }

  /// What is wrong with the database, without the URL, which may hold a password.
  private static String withoutUrl(RuntimeException failure, CoreConfig config) {
    String message = firstLine(failure);
    String reason = firstLine(cause(failure));
    String whole = message.contains(reason) ? message : "%s (%s)".formatted(message, reason);
    return config instanceof CoreConfig.External(String url, _, _)
        ? whole.replace(url, "HANGTAG_DATABASE_URL")
        : whole;
  }

  private static Throwable cause(Throwable failure) {
    return failure.getCause() == null ? failure : cause(failure.getCause());
  }

  private static String firstLine(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.toString()
        : message.lines().findFirst().orElseThrow();
  }
}
