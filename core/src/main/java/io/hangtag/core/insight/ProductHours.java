package io.hangtag.core.insight;

import java.util.Arrays;

/// When one product was sold and posted, in cells of [Weeks].
final class ProductHours {
  /// Before and after everything.
  static final int NEVER = Integer.MIN_VALUE / 2;

  static final int NO_MORE = Integer.MAX_VALUE / 2;

  private final int[] saleCells;
  private final int[] orders;
  private final int[] postCells;

  /// @param saleCells rising, each once
  /// @param orders beside them
  /// @param postCells rising, may repeat
  ProductHours(int[] saleCells, int[] orders, int[] postCells) {
    this.saleCells = saleCells;
    this.orders = orders;
    this.postCells = postCells;
  }

  /// How many cells have sales.
  int sales() {
    return saleCells.length;
  }

  int saleCell(int index) {
    return saleCells[index];
  }

  int orders(int index) {
    return orders[index];
  }

  boolean isPosted() {
    return postCells.length > 0;
  }

  int totalOrders() {
    return Arrays.stream(orders).sum();
  }

  /// The cell of the latest post up to this cell, itself included; else [#NEVER].
  int latestPost(int cell) {
    int index = upTo(cell);
    return index == 0 ? NEVER : postCells[index - 1];
  }

  /// The cell of the first post after this cell; else [#NO_MORE].
  int nextPost(int cell) {
    int index = upTo(cell);
    return index == postCells.length ? NO_MORE : postCells[index];
  }

  /// How many posts there are up to this cell.
  private int upTo(int cell) {
    int low = 0;
    int high = postCells.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (postCells[middle] <= cell) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
