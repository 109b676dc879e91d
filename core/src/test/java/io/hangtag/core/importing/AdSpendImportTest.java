package io.hangtag.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.core.importing.ImportReport.Rejected;
import io.hangtag.db.Database;
import io.hangtag.db.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AdSpendImportTest {
  @RegisterExtension static final TestDatabase testDatabase = new TestDatabase();
  private static final String FILE =
      """
      campaign,date,spend,currency
      C7,2026-02-01,12.50,USD
      C7,2026-02-02,3,USD
      C7,2026-02-02,4.00,EUR
      """;
  private static Database database;

  private ImportShop shop;

  @BeforeAll
  static void open() {
    database = ImportShop.open(testDatabase);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void openShop() {
    shop = ImportShop.in(database);
  }

  @CanIgnoreReturnValue
  private ImportReport spends(String file) {
    return spends(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }

  private ImportReport spends(InputStream file) {
    return new AdSpendImport(database.dsl(), Clock.fixed(ImportShop.NOON, ZoneOffset.UTC))
        .importFrom(shop.workspace(), file, _ -> {});
  }

  private List<String> stored() {
    return shop.strings(
        "campaign || ' ' || day || ' ' || spend_minor || ' ' || currency",
        "ad_spend",
        "campaign, day, currency");
  }

  @Test
  void keeps_what_each_campaign_cost_on_each_day() {
    assertThat(spends(FILE)).isEqualTo(new ImportReport(3, 3, 0, 0, 0, List.of()));

    assertThat(stored())
        .containsExactly(
            "C7 2026-02-01 1250 USD", "C7 2026-02-02 400 EUR", "C7 2026-02-02 300 USD");
  }

  @Test
  void changes_nothing_the_second_time_and_only_what_is_different_later() {
    spends(FILE);

    assertThat(spends(FILE)).isEqualTo(new ImportReport(3, 0, 0, 3, 0, List.of()));
    assertThat(spends(FILE.replace("12.50", "12.51") + "C8,2026-02-01,1,\n"))
        .isEqualTo(new ImportReport(4, 1, 1, 2, 0, List.of()));
    assertThat(stored()).contains("C7 2026-02-01 1251 USD", "C8 2026-02-01 100 USD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,2026-02-01,1,USD      | campaign is missing.
          C9,,1,USD              | date is missing.
          C9,01.02.2026,1,USD    | date '01.02.2026' is no day; write it as 2026-03-01.
          C9,2026-02-30,1,USD    | date '2026-02-30' is no day; write it as 2026-03-01.
          C9,1999-12-31,1,USD    | date '1999-12-31' is before the year 2000.
          C9,2099-01-01,1,USD    | date '2099-01-01' has not come yet.
          C9,2026-02-01,,USD     | spend is missing; a day without ads has no row, or 0.
          C9,2026-02-01,-1,USD   | spend '-1' is negative.
          C9,2026-02-01,1e3,USD  | spend '1e3' is not an amount of USD.
          C9,2026-02-01,1.005,USD| spend '1.005' is not an amount of USD.
          C9,2026-02-01,1000000000000,USD | spend is too much: amounts stay below 1000000000000 USD.
          C9,2026-02-01,1,Dollar | currency 'Dollar' is not a currency's code.
          C7,2026-02-01,1,USD    | Line 2 told of this campaign's day already: add them up, a campaign has one row a day and currency.
          """)
  void leaves_out_a_bad_row_and_says_why(String row, String reason) {
    ImportReport report = spends(FILE + row + "\nC8,2026-02-03,5,USD\n");

    assertThat(report.rejected()).containsExactly(new Rejected(5, reason));
    assertThat(report.created()).isEqualTo(4);
    assertThat(stored()).contains("C8 2026-02-03 500 USD").doesNotContain("C9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Name,Created at,Lineitem name\n#1,2026-02-01,Mug\n", "campaign,spend\nC,1\n"})
  void refuses_a_file_that_is_something_else(String file) {
    assertThatThrownBy(() -> spends(file))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("The file is no list of what ads cost: it has no column");
    assertThat(stored()).isEmpty();
  }

  @Test
  void reads_what_excel_writes_packed_or_not() throws IOException {
    String excel = "\uFEFFDate;Campaign;Spend\n2026-02-01;Frühling;1,5\n";
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(excel.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(spends(new ByteArrayInputStream(packed.toByteArray())).created()).isEqualTo(1);
    assertThat(stored()).containsExactly("Frühling 2026-02-01 150 USD");
  }

  @Test
  void takes_more_than_fits_one_statement() {
    String rows =
        IntStream.range(0, 2_500)
            .mapToObj(number -> "C%d,2026-02-01,1,USD\n".formatted(number))
            .collect(Collectors.joining());

    assertThat(spends("campaign,date,spend,currency\n" + rows).created()).isEqualTo(2_500);
    assertThat(stored()).hasSize(2_500);
  }
}
