package io.hangtag.core.linking;

import io.hangtag.core.team.Actor;
import java.time.Instant;
import java.util.Locale;

/// Who changes links, when, how it came about, and as part of what: what every row of their history
/// says.
record Change(Actor actor, BatchId batch, LinkSource source, Instant at) {
  /// What happens to a link.
  enum Action {
    LINKED,
    RETYPED,
    EDITED,
    UNLINKED,
    UNDONE,
    MERGED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
