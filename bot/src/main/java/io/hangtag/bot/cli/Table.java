package io.hangtag.bot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Rows in aligned columns, numbers to the right.
final class Table {
  private final List<String> headings;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  Table(String... headings) {
    this.headings = List.of(headings);
  }

  /// Adds a row.
  ///
  /// @param cells as many as headings; null: nothing to show
  void row(@Nullable Object... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          "cells must be %d, not %d".formatted(headings.size(), cells.length));
    }
    List<@Nullable Object> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell);
    }
    rows.add(row);
  }

  /// The lines, joined by line breaks.
  @Override
  public String toString() {
    List<Column> columns =
        IntStream.range(0, headings.size())
            .mapToObj(index -> new Column(index, width(index), isNumeric(index)))
            .toList();
    List<String> lines = new ArrayList<>();
    lines.add(line(columns, headings));
    rows.forEach(row -> lines.add(line(columns, row)));
    return String.join("\n", lines);
  }

  private int width(int column) {
    return IntStream.concat(
            IntStream.of(length(headings.get(column))),
            rows.stream().mapToInt(row -> length(text(row.get(column)))))
        .max()
        .orElseThrow();
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column) instanceof Number);
  }

  private static String line(List<Column> columns, List<? extends @Nullable Object> cells) {
    return columns.stream()
        .map(column -> column.align(text(cells.get(column.index()))))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  /// On one line and harmless: titles come from outside, and terminals obey control characters.
  static String text(@Nullable Object cell) {
    return cell == null ? "" : cell.toString().replaceAll("\\p{Cc}+", " ");
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private record Column(int index, int width, boolean numeric) {
    String align(String text) {
      String space = " ".repeat(width - length(text));
      return numeric ? space + text : text + space;
    }
  }
}
