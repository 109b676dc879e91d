package io.hangtag.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TableTest {
  @Test
  void aligns_words_to_the_left_and_numbers_to_the_right() {
    Table table = new Table("ID", "NAME", "SOLD");
    table.row(1, "Kettle", 1200);
    table.row(12, null, 3);

    assertThat(table)
        .hasToString(
            """
            ID  NAME    SOLD
             1  Kettle  1200
            12             3""");
  }

  @Test
  void keeps_a_cell_on_one_line_and_harmless() {
    Table table = new Table("NAME", "SKU");
    table.row("Red\r\nkettle\u001B[31m", "K");

    assertThat(table).hasToString("NAME             SKU\nRed kettle [31m  K");
  }

  @Test
  void counts_a_character_beyond_the_first_plane_once() {
    Table table = new Table("NAME", "SKU");
    table.row("🐢🐢🐢🐢", "K");

    assertThat(table).hasToString("NAME  SKU\n🐢🐢🐢🐢  K");
  }

  @Test
  void refuses_a_row_that_does_not_fit() {
    Table table = new Table("ID", "NAME");

    assertThatThrownBy(() -> table.row(1)).hasMessage("cells must be 2, not 1");
  }
}
