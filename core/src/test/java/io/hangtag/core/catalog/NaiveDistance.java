package io.hangtag.core.catalog;

/// The textbook's edit distance with swapped neighbours (optimal string alignment), whole table.
final class NaiveDistance {
  private NaiveDistance() {}

  static int between(String first, String second) {
    int[] a = first.codePoints().toArray();
    int[] b = second.codePoints().toArray();
    int[][] table = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : least(table, a, b, new int[] {i, j});
      }
    }
    return table[a.length][b.length];
  }

  private static int least(int[][] table, int[] a, int[] b, int[] cell) {
    int i = cell[0];
    int j = cell[1];
    int wrong = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
    int least = Math.min(wrong, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
    boolean swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
    return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
  }
}
