package io.hangtag.core.attribution;

import java.util.Map;
import java.util.Optional;

/// What the orders of a stretch and its links say beside what decides who is credited.
///
/// @param proofs by order, the link that its own tags name
/// @param recorded links that were made or confirmed after the stretch begins, with when, in
///     microseconds
record Background(Map<Long, Proof> proofs, Map<Long, Long> recorded) {

  Optional<Proof> proofOf(long order) {
    return Optional.ofNullable(proofs.get(order));
  }

  /// Whether a link was made or confirmed after this.
  boolean isLate(long link, long orderMicros) {
    return recorded.getOrDefault(link, Long.MIN_VALUE) > orderMicros;
  }
}
