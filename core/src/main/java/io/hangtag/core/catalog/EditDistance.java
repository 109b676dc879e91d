package io.hangtag.core.catalog;

/// How many slips of the finger lie between two texts: a letter too much, too few, wrong, or two
/// neighbours swapped.
final class EditDistance {
  private EditDistance() {}

  /// At most `max + 1`, which stands for everything beyond `max`.
  static int between(String first, String second, int max) {
    int start = sameBeginning(first, second);
    int end = sameEnd(first, second, start);
    int[] a = first.substring(start, first.length() - end).codePoints().toArray();
    int[] b = second.substring(start, second.length() - end).codePoints().toArray();
    // One slip leaves at most two letters, swapped, between what is the same: most words need no
    // table.
    if (max == 1 && Math.max(a.length, b.length) > 2) {
      return 2;
    }
    if (Math.abs(a.length - b.length) > max) {
      return max + 1;
    }
    int[] beforeLast = new int[b.length + 1];
    int[] last = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length; i++) {
      int[] row = new int[b.length + 1];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length; j++) {
        row[j] =
            Math.min(
                Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > max) {
        return max + 1;
      }
      beforeLast = last;
      last = row;
    }
    return Math.min(last[b.length], max + 1);
  }

  private static int sameBeginning(String first, String second) {
    int shorter = Math.min(first.length(), second.length());
    int same = 0;
    while (same < shorter && first.charAt(same) == second.charAt(same)) {
      same++;
    }
    return same > 0 && Character.isHighSurrogate(first.charAt(same - 1)) ? same - 1 : same;
  }

  private static int sameEnd(String first, String second, int start) {
    int shorter = Math.min(first.length(), second.length());
    int same = 0;
    while (same < shorter - start
        && first.charAt(first.length() - 1 - same) == second.charAt(second.length() - 1 - same)) {
      same++;
    }
    return same > 0 && Character.isLowSurrogate(first.charAt(first.length() - same))
        ? same - 1
        : same;
  }
}
