package io.hangtag.bot.cli;

import io.hangtag.core.attribution.AttributionModel;
import io.hangtag.core.attribution.RuleOption;
import io.hangtag.core.attribution.Rules;
import io.hangtag.core.attribution.Window;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

  @Option(names = "--paid-only", description = "Leave out orders that are not paid yet.")
  private boolean paidOnly;

  @Option(
      names = "--strict-as-of",
      description = "Let a link count only for orders that came after it was made.")
  private boolean strictAsOf;

  @Option(
      names = "--collapse-repeats",
      description = "Of several posts of one photo in the window let only the latest count.")
  private boolean collapseRepeats;

  /// Empty: the team's own.
  Optional<Rules> over(Rules own) {
    return model == null && window == null && options().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Rules(
                Objects.requireNonNullElse(model, own.model()),
                Objects.requireNonNullElse(window, own.window()),
                options()));
  }

  private Set<RuleOption> options() {
    Set<RuleOption> options = EnumSet.noneOf(RuleOption.class);
    if (paidOnly) {
      options.add(RuleOption.PAID_ONLY);
    }
    if (strictAsOf) {
      options.add(RuleOption.STRICT_AS_OF);
    }
    if (collapseRepeats) {
      options.add(RuleOption.COLLAPSE_REPEATS);
    }
    return options;
  }
}
