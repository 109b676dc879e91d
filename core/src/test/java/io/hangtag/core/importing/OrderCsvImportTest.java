package io.hangtag.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.core.importing.ImportReport.Rejected;
import io.hangtag.db.Database;
import io.hangtag.db.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderCsvImportTest {
  @RegisterExtension static final TestDatabase testDatabase = new TestDatabase();
  private static Database database;

  private static final String HEADER =
      "Name,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,"
          + "Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,"
          + "Refunded Amount,Id,Source,Lineitem discount";
  private static final String SMALL =
      "Name,Created at,Currency,Lineitem quantity,Lineitem name,Lineitem price";

  private OrderShop shop;

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
    shop = OrderShop.in(database);
  }

  @Test
  void keeps_an_order_and_its_lines() {
    ImportReport report =
        shop.sells(
            HEADER,
            "#1001,Paid,USD,45.00,5.00,0.00,50.00,\"SUMMER, VIP\",0.00,2026-02-01 10:00:00 +0100,2,"
                + "Mug - Blue,10.00,MUG-B,,0.00,5001,web,",
            "#1001,,,,,,,,,2026-02-01 10:00:00 +0100,1,Cap,25.00,,,,,,",
            "#1002,pending,USD,7.00,,,,,,2026-02-02 10:00:00 +0100,1,Pin,7.00,PIN,,,5002,pos,");

    assertThat(report).isEqualTo(new ImportReport(3, 2, 0, 0, 0, List.of()));
    assertThat(
            shop.orders(
                "name, external_id, ordered_at, currency, financial_status, source, discount_codes"))
        .containsExactly(
            "(#1001,5001,\"2026-02-01 09:00:00+00\",USD,paid,web,\"{SUMMER,VIP}\")",
            "(#1002,5002,\"2026-02-02 09:00:00+00\",USD,pending,pos,{})");
    assertThat(
            shop.lines(
                "position, quantity, title, sku, gross_minor, net_minor, order_millionths,"
                    + " exclusion, currency, ordered_at"))
        .containsExactly(
            "(1,2,\"Mug - Blue\",MUG-B,2000,2000,444444,,USD,\"2026-02-01 09:00:00+00\")",
            "(2,1,Cap,,2500,2500,555556,,USD,\"2026-02-01 09:00:00+00\")",
            "(1,1,Pin,PIN,700,700,1000000,,USD,\"2026-02-02 09:00:00+00\")");
  }

  @Test
  void keeps_nothing_of_the_customer() {
    shop.sells(
        "Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,"
            + "Shipping Street,Phone,Notes,Note Attributes",
        "#1,ada@example.org,2026-02-01 10:00:00 +0000,1,Mug,9,Ada Byron,12 Main St,+15551234,"
            + "\"call Ada\nfirst\",\"Gift for: Ada\nutm_source: instagram\nlanding_site:"
            + " /cap?utm_content=p7&email=ada@example.org#top\"");

    assertThat(shop.rows().toString())
        .doesNotContainIgnoringCase("ada")
        .doesNotContain("Main St", "1555", "call");
    assertThat(shop.orders("utm_source, utm_content, landing_site"))
        .containsExactly("(instagram,p7,/cap?utm_content=p7)");
  }

  @Test
  void shares_what_is_said_of_the_order_among_its_lines() {
    shop.sells(
        HEADER,
        "#1,partially_refunded,USD,50.00,5.00,0.00,55.00,TEN,10.00,2026-02-01T10:00Z,1,A,20.00,,,"
            + "15.00,,web,2.00",
        "#1,,,,,,,,,,4,B,10.00,,,,,,0.00");

    assertThat(shop.lines("title, gross_minor, discount_minor, refunded_minor, net_minor"))
        .containsExactly("(A,2000,448,466,1086)", "(B,4000,552,1034,2414)");
    assertThat(shop.orders("subtotal_gap_minor")).containsExactly("()");
  }

  @Test
  void takes_the_tax_off_prices_that_include_it() {
    shop.sells(
        HEADER,
        "#1,paid,USD,24.00,6.00,4.00,30.00,,,2026-02-01T10:00Z,1,Included,24.00,,,,,,",
        "#2,paid,USD,24.00,6.00,4.00,34.00,,,2026-02-01T10:00Z,1,On top,24.00,,,,,,");

    assertThat(shop.lines("title, tax_minor, net_minor"))
        .containsExactly("(Included,400,2000)", "(\"On top\",0,2400)");
  }

  @Test
  void tells_why_lines_do_not_count() {
    shop.sells(
        HEADER,
        "#1,paid,USD,,,,,,,2026-02-01T10:00Z,1,Off,5.00,,2026-02-02 10:00:00 +0000,,,,",
        "#2,voided,USD,,,,,,,2026-02-01T10:00Z,1,Void,5.00,,,,,,",
        "#3,refunded,USD,,,,,,,2026-02-01T10:00Z,1,Back,5.00,,,9.95,,,");

    assertThat(shop.lines("title, exclusion, net_minor, order_millionths"))
        .containsExactly("(Off,cancelled,500,0)", "(Void,voided,500,0)", "(Back,refunded,0,0)");
  }

  @Test
  void changes_nothing_when_the_same_file_comes_again() {
    String[] rows =
        IntStream.range(0, 1_600)
            .mapToObj(
                number ->
                    "#%d,2026-02-01 10:00:00 +0000,%s,%d,Thing %d,%d.50"
                        .formatted(
                            number / 3, number % 3 == 0 ? "USD" : "", number % 4, number, number))
            .toArray(String[]::new);
    String file = SMALL + "\n" + String.join("\n", rows) + "\n";

    ImportReport first = shop.sells(file);
    List<String> before = shop.rows();
    ImportReport again = shop.sells(file);

    assertThat(first).isEqualTo(new ImportReport(1_600, 534, 0, 0, 0, List.of()));
    assertThat(again).isEqualTo(new ImportReport(1_600, 0, 0, 534, 0, List.of()));
    assertThat(shop.rows()).isEqualTo(before);
  }

  @Test
  void follows_a_refund_a_cancellation_and_its_end() {
    String paid = "#1,%s,USD,10.00,,,,,,2026-02-01T10:00Z,1,Mug,10.00,M,%s,%s,,,";
    shop.sells(HEADER, paid.formatted("paid", "", ""));

    ImportReport refund = shop.sells(HEADER, paid.formatted("partially_refunded", "", "4.00"));
    List<String> afterRefund = shop.lines("net_minor, exclusion");
    shop.sells(HEADER, paid.formatted("paid", "2026-02-03T10:00Z", ""));
    List<String> afterCancelling = shop.lines("net_minor, exclusion");
    shop.sells(HEADER, paid.formatted("paid", "", ""));

    assertThat(refund).isEqualTo(new ImportReport(1, 0, 1, 0, 0, List.of()));
    assertThat(afterRefund).containsExactly("(600,)");
    assertThat(afterCancelling).containsExactly("(1000,cancelled)");
    assertThat(shop.lines("net_minor, exclusion")).containsExactly("(1000,)");
    assertThat(shop.orders("name")).hasSize(1);
  }

  @Test
  void follows_an_edited_order() {
    shop.sells(
        SMALL,
        "#1,2026-02-01T10:00Z,USD,1,Mug,10",
        "#1,,,1,Cap,20",
        "#1,,,1,Cap,20",
        "#1,,,1,Pin,5");

    ImportReport report =
        shop.sells(SMALL, "#1,2026-02-01T10:00Z,USD,3,Cap,20", "#1,,,1,Bag,30", "#1,,,1,Mug,10");

    assertThat(report).isEqualTo(new ImportReport(3, 0, 1, 0, 0, List.of()));
    assertThat(shop.lines("position, title, quantity, gross_minor"))
        .containsExactly("(1,Cap,3,6000)", "(2,Bag,1,3000)", "(3,Mug,1,1000)");
  }

  @Test
  void remembers_a_subtotal_that_the_lines_do_not_come_to() {
    shop.sells(
        HEADER,
        "#1,paid,USD,12.00,,,,,,2026-02-01T10:00Z,1,Mug,10.00,,,,,,",
        "#2,paid,USD,10.01,,,,,,2026-02-01T10:00Z,1,Mug,10.00,,,,,,",
        "#3,paid,USD,7.50,,,,,,2026-02-01T10:00Z,1,Mug,10.00,,,,,,");

    assertThat(shop.orders("name, subtotal_gap_minor"))
        .containsExactly("(#1,200)", "(#2,)", "(#3,-250)");
  }

  @Test
  void learns_the_id_of_an_order_and_knows_it_without() {
    String row = "#1,paid,USD,10.00,,,,,,2026-02-01T10:00Z,1,Mug,10.00,,,,%s,,";
    shop.sells(HEADER, row.formatted(""));
    ImportReport learnt = shop.sells(HEADER, row.formatted("77"));
    ImportReport without = shop.sells(HEADER, row.formatted(""));
    ImportReport renamed = shop.sells(HEADER, row.formatted("77").replace("#1", "#1-A"));

    assertThat(learnt).isEqualTo(new ImportReport(1, 0, 1, 0, 0, List.of()));
    assertThat(without).isEqualTo(new ImportReport(1, 0, 0, 1, 0, List.of()));
    assertThat(renamed).isEqualTo(new ImportReport(1, 0, 1, 0, 0, List.of()));
    assertThat(shop.orders("name, external_id")).containsExactly("(#1-A,77)");
  }

  @Test
  void leaves_out_an_order_of_which_a_line_is_bad_and_takes_the_others() {
    ImportReport report =
        shop.sells(
            SMALL,
            "#1,2026-02-01T10:00Z,USD,1,Mug,10",
            "#1,,,-2,Cap,20",
            "#1,,,1,Pin,-5",
            "#2,2026-02-01T10:00Z,USD,1,Mug,10");

    assertThat(report)
        .isEqualTo(
            new ImportReport(
                4,
                1,
                0,
                0,
                0,
                List.of(new Rejected(3, "Order '#1': Lineitem quantity '-2' is negative."))));
    assertThat(shop.orders("name")).containsExactly("(#2)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          #1,,USD,1,Mug,10                     | Order '#1': Created at is missing.
          #1,2026-03-02T12:00:01Z,USD,1,Mug,10 | Order '#1': Created at '2026-03-02T12:00:01Z' has not come yet.
          #1,soon,USD,1,Mug,10                 | Order '#1': Created at 'soon' is no time; write it as 2026-03-01T12:30 or 2026-03-01T12:30:15+01:00.
          #1,2026-02-01T10:00Z,USD,1,Mug,-10   | Order '#1': Lineitem price '-10' is negative.
          #1,2026-02-01T10:00Z,USD,1,Mug,      | Order '#1': Lineitem price is missing.
          #1,2026-02-01T10:00Z,USD,1,Mug,cheap | Order '#1': Lineitem price 'cheap' is not an amount of USD.
          #1,2026-02-01T10:00Z,USD,1,Mug,1.234 | Order '#1': Lineitem price '1.234' is not an amount of USD.
          #1,2026-02-01T10:00Z,USD,1,Mug,1e12  | Order '#1': Lineitem price '1e12' is not an amount of USD.
          #1,2026-02-01T10:00Z,USD,1,Mug,1000000000000 | Order '#1': Lineitem price is too much: amounts stay below 1000000000000 USD.
          #1,2026-02-01T10:00Z,USD,200000000,Mug,5000 | Order '#1': Lineitem price is too much: amounts stay below 1000000000000 USD.
          #1,2026-02-01T10:00Z,USD,1.5,Mug,10  | Order '#1': Lineitem quantity '1.5' is no whole number below a thousand million.
          #1,2026-02-01T10:00Z,USD,1,,10       | Order '#1': Lineitem name is missing.
          #1,2026-02-01T10:00Z,QQQ,1,Mug,10    | Order '#1': Currency 'QQQ' is not a currency's code.
          #1,2026-02-01T10:00Z,,1,Mug,10       | Order '#1': The line has no order: no row with the order's Currency and Total is before it.
          ,2026-02-01T10:00Z,USD,1,Mug,10      | The line has no order: Name is missing.
          """)
  void leaves_out_what_cannot_be_right(String row, String reason) {
    ImportReport report = shop.sells(SMALL, row, "#9,2026-02-01T10:00Z,USD,1,Mug,10");

    assertThat(report).isEqualTo(new ImportReport(2, 1, 0, 0, 0, List.of(new Rejected(2, reason))));
  }

  @Test
  void leaves_out_the_second_time_of_an_order() {
    ImportReport report =
        shop.sells(
            SMALL,
            "#1,2026-02-01T10:00Z,USD,1,Mug,10",
            "#2,2026-02-01T10:00Z,USD,1,Cap,20",
            "#1,2026-02-01T10:00Z,USD,1,Pin,5");

    assertThat(report.rejected())
        .containsExactly(
            new Rejected(
                4,
                "Order '#1' is in the file already, from line 2 on; the rows of an order must stand"
                    + " together."));
    assertThat(shop.lines("title")).containsExactly("(Mug)", "(Cap)");
  }

  @Test
  void leaves_out_an_order_that_a_broken_row_may_have_belonged_to() {
    String header = "Name,Created at,Subtotal,Lineitem quantity,Lineitem price,Lineitem name";
    String open = "#1,,,1,3,\"Pin";

    ImportReport report =
        shop.sells(
            header,
            "#1,2026-02-01T10:00Z,13.00,1,10.00,Mug",
            open,
            "#2,2026-02-01T10:00Z,10.00,1,10.00,Mug",
            open.replace("#1", "#2"),
            "#3,2026-02-01T10:00Z,10.00,1,10.00,Mug");

    assertThat(report.rejected()).extracting(Rejected::line).containsExactly(2L, 3L, 5L);
    assertThat(report.rejected().getFirst().reason())
        .isEqualTo("Order '#1': Line 3, which cannot be read, may belong to it.");
    assertThat(shop.orders("name")).containsExactly("(#2)", "(#3)");
  }

  @Test
  void reads_decimal_commas_where_semicolons_separate() {
    shop.sells(SMALL.replace(',', ';'), "#1;2026-02-01T10:00Z;USD;2;Mug, blue;10,50");

    assertThat(shop.lines("title, gross_minor")).containsExactly("(\"Mug, blue\",2100)");
  }

  @Test
  void refuses_a_file_of_another_currency_as_a_whole() {
    assertThatThrownBy(
            () ->
                shop.sells(
                    SMALL,
                    "#1,2026-02-01T10:00Z,GBP,1,Mug,10",
                    "#2,2026-02-01T10:00Z,GBP,1,Mug,10"))
        .isInstanceOf(RefusedFileException.class)
        .hasMessage(
            "All orders of the file are in GBP, but this workspace counts in USD: make one for that"
                + " shop with 'workspace create NAME --currency GBP' and import into it.");
    assertThat(shop.orders("name")).isEmpty();
  }

  @Test
  void takes_orders_in_other_currencies_beside_its_own() {
    shop.sells(SMALL, "#1,2026-02-01T10:00Z,JPY,1,Mug,1000", "#2,2026-02-01T10:00Z,USD,1,Mug,10");

    assertThat(shop.lines("currency, gross_minor")).containsExactly("(JPY,1000)", "(USD,1000)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Name,Created at\n#1,2026-02-01T10:00Z\n", "Handle,Title\nmug,Mug\n"})
  void refuses_a_file_that_is_no_orders_export(String file) {
    assertThatThrownBy(() -> shop.sells(file))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageMatching(".*(no column 'Lineitem quantity' and .*|the orders instead)\\.");
  }
}
