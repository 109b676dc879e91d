package io.hangtag.bot.cli;

import io.hangtag.bot.Installation;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;

/// What surrounds a command: variables, streams, clock.
///
/// @param variables the environment variables
/// @param out for what was asked for, and nothing else
/// @param err for progress and errors
public record Environment(
    Map<String, String> variables,
    Installation installation,
    InputStream in,
    PrintStream out,
    PrintStream err,
    ProgressStyle progress,
    InstantSource clock) {
  public Environment {
    variables = Map.copyOf(variables);
  }
}
