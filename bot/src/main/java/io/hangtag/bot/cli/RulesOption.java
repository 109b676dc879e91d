package io.hangtag.bot.cli;

import io.hangtag.core.attribution.AttributionModel;
import io.hangtag.core.attribution.Rules;
import io.hangtag.core.attribution.Window;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// By which rules to count, where not by the team's own.
final class RulesOption {
  @Option(
      names = "--model",
      paramLabel = "M",
      description = "equal, last, first, decay, position or hybrid; without it the team's own.")
  private @Nullable AttributionModel model;

  @Option(
      names = "--window-hours",
      paramLabel = "N",
      description = "How long after a post orders count, 1 to 8760; without it the team's own.")
  private @Nullable Window window;

  /// Empty: the team's own.
  Optional<Rules> over(Rules own) {
    return model == null && window == null
        ? Optional.empty()
        : Optional.of(
            new Rules(
                Objects.requireNonNullElse(model, own.model()),
                Objects.requireNonNullElse(window, own.window())));
  }
}
