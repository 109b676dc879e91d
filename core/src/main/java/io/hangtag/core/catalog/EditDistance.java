package io.hangtag.core.catalog;

/// How many slips of the finger lie between two texts: a letter too much, too few, wrong, or two
/// neighbours swapped.
final class EditDistance {
  private EditDistance() {}

  /// At most `max + 1`, which stands for everything beyond `max`.
  static int between(String first, String second, int max) {
    int[] a = first.codePoints().toArray();
    int[] b = second.codePoints().toArray();
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
}
