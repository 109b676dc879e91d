package io.hangtag.core.importing;

import io.hangtag.core.money.Money;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads what campaigns cost on each day, from CSV.
final class AdSpendCsv {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final CsvRows rows;
  private final Map<AdSpendColumn, Integer> places = new EnumMap<>(AdSpendColumn.class);
  private final Map<ExportedSpend.Key, Long> seen = new HashMap<>();
  private final Shop shop;
  private final LocalDate latest;
  private final ImportTally tally;

  /// Reads the header.
  ///
  /// @throws RefusedFileException if the file is no list of what ads cost
  AdSpendCsv(ExportText text, Shop shop, ImportTally tally) throws IOException {
    this.rows = new CsvRows(text);
    this.shop = shop;
    this.latest = shop.now().atZone(shop.zone()).toLocalDate().plusDays(1);
    this.tally = tally;
    List<String> names =
        rows.header().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    for (AdSpendColumn column : AdSpendColumn.values()) {
      int place = names.indexOf(column.title());
      if (place >= 0) {
        places.put(column, place);
      }
    }
    refuseOtherFiles();
  }

  private void refuseOtherFiles() {
    String missing =
        AdSpendColumn.REQUIRED.stream()
            .filter(column -> !places.containsKey(column))
            .map(column -> "'" + column.title() + "'")
            .collect(Collectors.joining(" and "));
    if (!missing.isEmpty()) {
      throw new RefusedFileException(
          "The file is no list of what ads cost: it has no column %s (the columns are campaign, date, spend, currency)."
              .formatted(missing));
    }
  }

  /// Gives every good row to `spent`.
  void read(Consumer<ExportedSpend> spent) throws IOException {
    for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
      tally.read();
      switch (row.get()) {
        case CsvRow.Broken(long line, String reason) -> tally.reject(line, reason);
        case CsvRow.Values values -> take(values, spent);
      }
    }
  }

  private void take(CsvRow.Values row, Consumer<ExportedSpend> spent) {
    try {
      ExportedSpend read = spend(row);
      Long before = seen.putIfAbsent(read.key(), read.line());
      if (before != null) {
        throw new BadRowException(
            "Line %d told of this campaign's day already: add them up, a campaign has one row a day and currency."
                .formatted(before));
      }
      spent.accept(read);
    } catch (BadRowException e) {
      tally.reject(row.line(), e.reason());
    }
  }

  private ExportedSpend spend(CsvRow.Values row) {
    String campaign = ExportValues.code("campaign", value(row, AdSpendColumn.CAMPAIGN));
    if (campaign.isEmpty()) {
      throw new BadRowException("campaign is missing.");
    }
    OrderAmounts amounts = shop.amounts("currency", value(row, AdSpendColumn.CURRENCY));
    return new ExportedSpend(row.line(), campaign, day(row), amount(row, amounts));
  }

  private LocalDate day(CsvRow.Values row) {
    String written = value(row, AdSpendColumn.DATE);
    if (written.isEmpty()) {
      throw new BadRowException("date is missing.");
    }
    LocalDate day = parsed(written);
    if (day.isBefore(EARLIEST)) {
      throw new BadRowException(
          "date %s is before the year 2000.".formatted(ExportValues.shown(written)));
    }
    if (day.isAfter(latest)) {
      throw new BadRowException("date %s has not come yet.".formatted(ExportValues.shown(written)));
    }
    return day;
  }

  private static LocalDate parsed(String written) {
    try {
      if (DAY.matcher(written).matches()) {
        return LocalDate.parse(written);
      }
    } catch (DateTimeException _) {
      // No such day in that month: said below as for any other text.
    }
    throw new BadRowException(
        "date %s is no day; write it as 2026-03-01.".formatted(ExportValues.shown(written)));
  }

  private Money amount(CsvRow.Values row, OrderAmounts amounts) {
    String written = value(row, AdSpendColumn.SPEND);
    if (written.isEmpty()) {
      throw new BadRowException("spend is missing; a day without ads has no row, or 0.");
    }
    long minor =
        amounts.amount("spend", rows.hasDecimalCommas() ? written.replace(',', '.') : written);
    return new Money(minor, amounts.currency());
  }

  /// The value; blank if the file does not have the column or the row ends before it.
  private String value(CsvRow.Values row, AdSpendColumn column) {
    Integer place = places.get(column);
    return place == null || place >= row.values().size() ? "" : row.values().get(place).strip();
  }
}
