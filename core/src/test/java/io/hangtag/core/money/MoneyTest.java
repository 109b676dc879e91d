package io.hangtag.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Currency;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MoneyTest {
  private static final Currency USD = Currency.getInstance("USD");

  @ParameterizedTest
  @CsvSource({
    "12.50, USD, 1250, 12.50",
    "12.5, USD, 1250, 12.50",
    "12, USD, 1200, 12.00",
    "12.500, USD, 1250, 12.50",
    "-3, USD, -300, -3.00",
    "0, USD, 0, 0.00",
    "-0.01, USD, -1, -0.01",
    "' 7.1 ', USD, 710, 7.10",
    "1200, JPY, 1200, 1200",
    "1200.0, JPY, 1200, 1200",
    "0.125, JOD, 125, 0.125",
    "3, JOD, 3000, 3.000",
    "92233720368547758.07, IDR, 9223372036854775807, 92233720368547758.07",
    "-92233720368547758.08, IDR, -9223372036854775808, -92233720368547758.08",
    "5, XAU, 5, 5"
  })
  void is_read_and_written_exactly(String text, String currency, long minor, String written) {
    Money money = Money.parse(text, Currency.getInstance(currency));

    assertThat(money.minor()).isEqualTo(minor);
    assertThat(money.decimal()).isEqualTo(written);
    assertThat(money).hasToString(written + " " + currency);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "abc", "1,50", "1.234", "12.5 USD", "$5", "--1", "92233720368547758.08"})
  void is_not_what_is_no_amount_of_its_currency(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.parse(text, USD))
        .withMessage("'%s' is not an amount of USD", text);
  }

  @Test
  void has_no_decimals_where_its_currency_has_none() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.parse("12.50", Currency.getInstance("JPY")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e300000000", "1e-300000000", "-9e2000000000", "1e-2000000000"})
  void takes_no_time_for_numbers_that_are_huge_when_written_out(String text) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(text, USD)));
  }
}
