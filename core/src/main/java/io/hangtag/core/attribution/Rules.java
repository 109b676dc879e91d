package io.hangtag.core.attribution;

import java.util.Set;

/// What a calculation goes by.
///
/// @param options none in those of the figures that are kept
public record Rules(AttributionModel model, Window window, Set<RuleOption> options) {
  public Rules {
    options = Set.copyOf(options);
  }

  /// Without options.
  public Rules(AttributionModel model, Window window) {
    this(model, window, Set.of());
  }

  boolean has(RuleOption option) {
    return options.contains(option);
  }

  /// Whether touches must be looked at one by one before a line is shared.
  boolean areNarrow() {
    return has(RuleOption.STRICT_AS_OF) || has(RuleOption.COLLAPSE_REPEATS);
  }
}
