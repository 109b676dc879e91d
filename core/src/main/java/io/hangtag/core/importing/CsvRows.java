package io.hangtag.core.importing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The rows of a CSV file, with a way back after a quote that is never closed.
///
/// To a CSV parser such a quote turns the rest of the file into one value, and one bad row would
/// cost all that follow. Here a row ends where its quotes are even; if that never happens, or
/// swallows what looks like further rows, only the row with the quote is broken and reading goes on
/// at the next line that has all columns. Separators may be commas, semicolons or tabs, whichever
/// the header has most of: Excel writes semicolons where the comma is the decimal sign.
///
/// Belongs to one thread.
final class CsvRows {
  private static final int MAX_LINES = 10_000;
  private static final int MAX_CHARACTERS = 4_000_000;

  private final ExportText text;
  private final Deque<String> waiting = new ArrayDeque<>();
  private final char separator;
  private final List<String> header;
  private long linesTaken;

  /// Reads the header.
  CsvRows(ExportText text) throws IOException {
    this.text = text;
    this.separator = separatorOf(text.firstLine());
    while (hasLine() && waiting.getFirst().isBlank()) {
      takeLine();
    }
    this.header = hasLine() ? values(takeRow().joined()) : List.of();
  }

  /// The names of the columns as they stand; empty if the file is.
  List<String> header() {
    return header;
  }

  /// Whether numbers have a decimal comma, as they have where commas do not separate values.
  boolean hasDecimalCommas() {
    return separator == ';';
  }

  /// The next row that is not blank; empty after the last one.
  Optional<CsvRow> next() throws IOException {
    while (hasLine()) {
      long line = linesTaken + 1;
      Lines lines = takeRow();
      List<String> values = values(lines.joined());
      if (lines.strayQuote() || (lines.lines().size() > 1 && values.size() > header.size())) {
        return Optional.of(giveUp(line, lines));
      }
      if (!values.stream().allMatch(String::isBlank)) {
        return Optional.of(checked(line, values));
      }
    }
    return Optional.empty();
  }

  private CsvRow checked(long line, List<String> values) throws IOException {
    int width = header.size();
    if (values.stream().skip(width).anyMatch(value -> !value.isBlank())) {
      return new CsvRow.Broken(
          line,
          "The row has %d values for %d columns: a quote is missing or a separator too many."
              .formatted(values.size(), width));
    }
    if (values.size() < width && !hasLine() && !text.endsWithLineBreak()) {
      return new CsvRow.Broken(
          line,
          "The file ends in the middle of this row, after %d of %d columns."
              .formatted(values.size(), width));
    }
    return new CsvRow.Values(line, values.subList(0, Math.min(width, values.size())));
  }

  /// The broken row that begins at `line`; what comes next is the first line behind that is a whole
  /// row.
  private CsvRow giveUp(long line, Lines taken) throws IOException {
    for (String behind : taken.lines().subList(1, taken.lines().size()).reversed()) {
      waiting.addFirst(behind);
      linesTaken--;
    }
    while (hasLine() && !isWholeRow(waiting.getFirst())) {
      takeLine();
    }
    String extent =
        linesTaken == line ? "" : ": lines %d to %d are left out".formatted(line, linesTaken);
    return new CsvRow.Broken(line, "A quote is opened in this row and not closed" + extent + ".");
  }

  private boolean isWholeRow(String line) {
    QuoteState quotes = new QuoteState(separator);
    quotes.read(line);
    return !quotes.open() && values(line).size() == header.size();
  }

  private Lines takeRow() throws IOException {
    List<String> lines = new ArrayList<>();
    QuoteState quotes = new QuoteState(separator);
    int characters = 0;
    do {
      String line = takeLine();
      lines.add(line);
      characters += line.length();
      quotes.read(line);
    } while (quotes.open() && lines.size() < MAX_LINES && characters < MAX_CHARACTERS && hasLine());
    boolean several = lines.size() > 1;
    return new Lines(lines, quotes.open() || (several && quotes.textBehindQuote()));
  }

  private List<String> values(String row) {
    if (row.isBlank()) {
      return List.of("");
    }
    try {
      return CsvReader.builder()
          .fieldSeparator(separator)
          .allowExtraCharsAfterClosingQuote(true)
          .ofSingleCsvRecord(row)
          .getFields();
    } catch (CsvParseException e) {
      throw new RefusedFileException(
          "Line %d cannot be read as CSV: %s".formatted(linesTaken, e.getMessage()));
    }
  }

  private boolean hasLine() throws IOException {
    if (waiting.isEmpty()) {
      text.nextLine().ifPresent(waiting::addFirst);
    }
    return !waiting.isEmpty();
  }

  @CanIgnoreReturnValue
  private String takeLine() {
    linesTaken++;
    return waiting.removeFirst();
  }

  private static char separatorOf(String header) {
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(character -> character == wanted).count();
  }

  /// The lines from where a row begins to where its quotes are even, or as far as was looked.
  ///
  /// @param strayQuote whether a quote does not belong, so that these lines are not one row
  private record Lines(List<String> lines, boolean strayQuote) {
    String joined() {
      return String.join("\n", lines);
    }
  }
}
