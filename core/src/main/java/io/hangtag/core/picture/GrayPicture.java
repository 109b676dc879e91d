package io.hangtag.core.picture;

import java.awt.image.BufferedImage;

/// How bright each dot of a picture is, 0 to 255.
final class GrayPicture {
  /// Dots of a border may differ so much from its corner.
  private static final int BORDER_TOLERANCE = 10;

  private final int left;
  private final int top;
  private final int width;
  private final int height;
  private final int stride;
  private final byte[] dots;

  private GrayPicture(int left, int top, int width, int height, int stride, byte[] dots) {
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.stride = stride;
    this.dots = dots;
  }

  /// What is transparent counts as white.
  static GrayPicture of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] dots = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      int[] _ = image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        dots[y * width + x] = (byte) brightness(row[x]);
      }
    }
    return new GrayPicture(0, 0, width, height, width, dots);
  }

  // Rec. 601, in 1/1000.
  private static int brightness(int argb) {
    int alpha = argb >>> 24;
    int colour =
        (299 * (argb >> 16 & 0xff) + 587 * (argb >> 8 & 0xff) + 114 * (argb & 0xff)) / 1_000;
    return (colour * alpha + 255 * (255 - alpha)) / 255;
  }

  private int at(int x, int y) {
    return dots[(top + y) * stride + left + x] & 0xff;
  }

  /// Without rows and columns at its edges that have the colour of its upper left corner; itself if
  /// nothing else is there.
  GrayPicture trimmed() {
    int colour = at(0, 0);
    int firstRow = 0;
    int lastRow = height - 1;
    int firstColumn = 0;
    int lastColumn = width - 1;
    while (firstRow < lastRow && isRowOf(firstRow, colour)) {
      firstRow++;
    }
    while (lastRow > firstRow && isRowOf(lastRow, colour)) {
      lastRow--;
    }
    while (firstColumn < lastColumn && isColumnOf(firstColumn, colour)) {
      firstColumn++;
    }
    while (lastColumn > firstColumn && isColumnOf(lastColumn, colour)) {
      lastColumn--;
    }
    return new GrayPicture(
        left + firstColumn,
        top + firstRow,
        lastColumn - firstColumn + 1,
        lastRow - firstRow + 1,
        stride,
        dots);
  }

  private boolean isRowOf(int y, int colour) {
    for (int x = 0; x < width; x++) {
      if (Math.abs(at(x, y) - colour) > BORDER_TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  private boolean isColumnOf(int x, int colour) {
    for (int y = 0; y < height; y++) {
      if (Math.abs(at(x, y) - colour) > BORDER_TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  /// The mean brightness of `columns` x `rows` fields of equal size, row by row. A dot on the edge
  /// of two fields belongs to both in the shares in which it lies in them.
  double[] fields(int columns, int rows) {
    double[] narrow = new double[columns * height];
    for (int y = 0; y < height; y++) {
      for (int column = 0; column < columns; column++) {
        double from = (double) column * width / columns;
        double to = (double) (column + 1) * width / columns;
        narrow[y * columns + column] = meanOfRow(y, from, to);
      }
    }
    double[] fields = new double[columns * rows];
    for (int row = 0; row < rows; row++) {
      double from = (double) row * height / rows;
      double to = (double) (row + 1) * height / rows;
      for (int column = 0; column < columns; column++) {
        fields[row * columns + column] = meanOfColumn(narrow, columns, column, from, to);
      }
    }
    return fields;
  }

  private double meanOfRow(int y, double from, double to) {
    double sum = 0;
    for (int x = (int) from; x < width && x < to; x++) {
      sum += at(x, y) * (Math.min(x + 1, to) - Math.max(x, from));
    }
    return sum / (to - from);
  }

  private double meanOfColumn(double[] narrow, int columns, int column, double from, double to) {
    double sum = 0;
    for (int y = (int) from; y < height && y < to; y++) {
      sum += narrow[y * columns + column] * (Math.min(y + 1, to) - Math.max(y, from));
    }
    return sum / (to - from);
  }
}
