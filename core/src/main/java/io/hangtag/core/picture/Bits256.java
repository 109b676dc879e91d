package io.hangtag.core.picture;

import java.util.List;

/// A hash of 256 bits, the first one the highest of `first`.
public record Bits256(long first, long second, long third, long fourth) {
  /// @throws IllegalArgumentException if there are not four
  public static Bits256 of(List<Long> words) {
    if (words.size() != 4) {
      throw new IllegalArgumentException("words: %d of them, not 4".formatted(words.size()));
    }
    return new Bits256(words.get(0), words.get(1), words.get(2), words.get(3));
  }

  /// The four words, 64 bits each.
  public List<Long> words() {
    return List.of(first, second, third, fourth);
  }

  int distanceTo(Bits256 other) {
    return Long.bitCount(first ^ other.first)
        + Long.bitCount(second ^ other.second)
        + Long.bitCount(third ^ other.third)
        + Long.bitCount(fourth ^ other.fourth);
  }

  int count() {
    return Long.bitCount(first)
        + Long.bitCount(second)
        + Long.bitCount(third)
        + Long.bitCount(fourth);
  }
}
