package io.hangtag.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.importing.ImportReport.Rejected;
import io.hangtag.db.Database;
import io.hangtag.db.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rows as people, Excel and broken downloads make them.
final class ShopifyCsvRowsTest {
  @RegisterExtension static final TestDatabase testDatabase = new TestDatabase();
  private static Database database;

  private static final String HEADER =
      "Handle,Title,Body (HTML),Option1 Value,Variant SKU,Variant Price,Image Src,Status\n";
  private static final String GOOD = "good,Good,,Red,G-1,10,,active\n";

  @BeforeAll
  static void open() {
    database = ImportShop.open(testDatabase);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  /// What the rows between the header and a good product lead to.
  ///
  /// @param products `handle: variants` of all others than the good one
  record Case(String name, String rows, List<Rejected> rejected, List<String> products) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        row("wrong price", "a,A,,S,A-1,12.x,,\n", "Variant Price '12.x' is not an amount of USD."),
        row("negative price", "a,A,,S,A-1,-5,,\n", "Variant Price '-5' is not an amount of USD."),
        row(
            "price of a billion digits",
            "a,A,,S,A-1,1e999999999,,\n",
            "Variant Price '1e999999999' is not an amount of USD."),
        row(
            "too many decimals",
            "a,A,,S,A-1,1.999,,\n",
            "Variant Price '1.999' is not an amount of USD."),
        row("no handle", ",A,,S,A-1,5,,\n", "Handle is missing."),
        row("no title", "a,,,S,A-1,5,,\n", "Title is missing: the first row of 'a' must have it."),
        row(
            "unknown status",
            "a,A,,S,A-1,5,,sold out\n",
            "Status 'sold out' is unknown: it must be active, draft or archived."),
        row(
            "long title",
            "a," + "x".repeat(501) + ",,S,A-1,5,,\n",
            "Title '" + "x".repeat(40) + "…' has 501 characters; at most 500 are possible."),
        row(
            "long SKU",
            "a,A,,S," + "9".repeat(256) + ",5,,\n",
            "Variant SKU '" + "9".repeat(40) + "…' has 256 characters; at most 255 are possible."),
        row(
            "character that PostgreSQL cannot store",
            "a,A\u0000B,,S,A-1,5,,\n",
            "Title 'A' contains a character that is none."),
        row("line break", "a,\"A\nB\",,S,A-1,5,,\n", "Title 'A' contains a line break."),
        row(
            "too many values",
            "a,A,,S,A-1,5,,active,B\n",
            "The row has 9 values for 8 columns: a quote is missing or a separator too many."),
        row(
            "cut off before the price",
            "a,A,,S\n",
            "The row ends after 4 columns, before Variant Price."),
        row(
            "quote that is never closed",
            "a,\"A,,S,A-1,5,,\n",
            "A quote is opened in this row and not closed."),
        new Case("blank rows", "\n,,,,,,,\n  \n", List.of(), List.of()),
        new Case(
            "blanks at the end left out, as Excel does",
            "a,A,,S,A-1,5\n",
            List.of(),
            List.of("a: S A-1 500")),
        new Case(
            "quote within a value",
            "a,17\" screen,,17\",A-1,5,,\n",
            List.of(),
            List.of("a: 17\" A-1 500")),
        new Case(
            "line breaks and doubled quotes in a text",
            "a,\"The \"\"A\"\"\",\"<p>one\n\ntwo, \"\"three\"\"</p>\n\",S,A-1,5,,\n",
            List.of(),
            List.of("a: S A-1 500")),
        new Case(
            "Excel's apostrophes, blank SKU",
            "a,A,,S,'0012,5,,\na,,,M, ,6,,\n",
            List.of(),
            List.of("a: S 0012 500, M - 600")),
        new Case(
            "rows that only add a picture",
            "a,A,,S,A-1,5,/1.jpg,\na,,,,,,/2.jpg,\n",
            List.of(),
            List.of("a: S A-1 500")),
        new Case("product without variants", "a,A,,,,,,\n", List.of(), List.of("a: ")),
        new Case(
            "title repeated on each row",
            "a,A,,S,A-1,5,,\na,A,,M,A-2,6,,\n",
            List.of(),
            List.of("a: S A-1 500, M A-2 600")),
        new Case(
            "wrong price in the first row of several",
            "a,A,,S,A-1,x,,\na,,,M,A-2,6,,\n",
            List.of(new Rejected(2, "Variant Price 'x' is not an amount of USD.")),
            List.of("a: M A-2 600")),
        new Case(
            "variant that is there twice",
            "a,A,,S,A-1,5,,\na,,,S,A-2,6,,\na,,,M,A-3,7,,\n",
            List.of(new Rejected(3, "Variant 'S' of 'a' is in line 2 already.")),
            List.of("a: S A-1 500, M A-3 700")),
        new Case(
            "several variants without options",
            "a,A,,,A-1,5,,\na,A,,,A-2,6,,\na,A,,,A-2,7,,\n",
            List.of(new Rejected(4, "Variant 'A-2' of 'a' is in line 3 already.")),
            List.of("a: Default Title A-1 500, A-2 A-2 600")),
        new Case(
            "variants below a first row that is wrong",
            "a,A,,S,A-1,5,,gone\na,,,M,A-2,6,,\n",
            List.of(
                new Rejected(2, "Status 'gone' is unknown: it must be active, draft or archived."),
                new Rejected(
                    3, "The first row of 'a', in line 2, was left out, so this one is too.")),
            List.of()),
        new Case(
            "rows of a product in two places",
            "a,A,,S,A-1,5,,\nb,B,,S,B-1,5,,\na,,,M,A-2,6,,\n",
            List.of(
                new Rejected(
                    4,
                    "Handle 'a' has rows from line 2 on already; the rows of a product must stand"
                        + " together.")),
            List.of("a: S A-1 500", "b: S B-1 500")),
        new Case(
            "line numbers below a text of several lines",
            "a,A,\"one\ntwo\",S,A-1,5,,\nb,B,,S,B-1,x,,\n",
            List.of(new Rejected(4, "Variant Price 'x' is not an amount of USD.")),
            List.of("a: S A-1 500")),
        new Case(
            "quote never closed above a text of several lines",
            "a,\"A,,S,A-1,5,,\nb,B,\"one\ntwo\",S,B-1,5,,\nc,C,,S,C-1,5,,\n",
            List.of(
                new Rejected(
                    2, "A quote is opened in this row and not closed: lines 2 to 4 are left out.")),
            List.of("c: S C-1 500")));
  }

  private static Case row(String name, String row, String reason) {
    return new Case(name, row, List.of(new Rejected(2, reason)), List.of());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leaves_out_bad_rows_only(Case rows) {
    ImportShop shop = ImportShop.in(database);
    ImportReport report = shop.imports(HEADER + rows.rows() + GOOD);

    assertThat(report.rejected()).isEqualTo(rows.rejected());
    assertThat(shop.variantsOf("good")).containsExactly("Red G-1 1000");
    assertThat(others(shop)).isEqualTo(rows.products());
  }

  /// What a file that ends too early leads to.
  static Stream<Case> cutFiles() {
    return Stream.of(
        new Case(
            "in a text of several lines",
            "a,A,\"<p>one</p>\n<p>two, and",
            List.of(
                new Rejected(
                    3, "A quote is opened in this row and not closed: lines 3 to 4 are left out.")),
            List.of()),
        new Case(
            "in an amount",
            "a,A,,S,A-1,49.9",
            List.of(
                new Rejected(3, "The file ends in the middle of this row, after 6 of 8 columns.")),
            List.of()),
        new Case("behind the last row", "a,A,,S,A-1,5,,", List.of(), List.of("a: S A-1 500")));
  }

  @ParameterizedTest
  @MethodSource("cutFiles")
  void leaves_out_only_the_row_in_which_a_file_ends(Case end) {
    ImportShop shop = ImportShop.in(database);
    ImportReport report = shop.imports(HEADER + GOOD + end.rows());

    assertThat(report.rejected()).isEqualTo(end.rejected());
    assertThat(shop.variantsOf("good")).containsExactly("Red G-1 1000");
    assertThat(others(shop)).isEqualTo(end.products());
  }

  private static List<String> others(ImportShop shop) {
    return shop.strings("handle", "products", "handle").stream()
        .filter(handle -> !handle.equals("good"))
        .map(handle -> handle + ": " + String.join(", ", shop.variantsOf(handle)))
        .toList();
  }
}
