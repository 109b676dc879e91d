package io.hangtag.core.menu;

import static io.hangtag.db.schema.Tables.MENUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MenusTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final SampleTeam team = test.team();
  private final Menus menus = test.core().menus();

  @Test
  void keeps_a_menu() {
    MenuId menu = menus.save(team.id(), "{\"products\": [1, 2]}");

    assertThat(menus.find(team.id(), menu)).contains("{\"products\": [1, 2]}");
  }

  @Test
  void does_not_know_a_menu_of_another_team() {
    MenuId menu = menus.save(team.id(), "{}");

    assertThat(menus.find(test.team().id(), menu)).isEmpty();
    assertThat(menus.find(team.id(), new MenuId(menu.value() + 1_000))).isEmpty();
  }

  @Test
  void knows_a_menu_for_a_day() {
    MenuId menu = menus.save(team.id(), "{}");

    test.clock().pass(Duration.ofDays(1));
    boolean afterADay = menus.find(team.id(), menu).isPresent();
    test.clock().pass(Duration.ofMillis(1));
    boolean later = menus.find(team.id(), menu).isPresent();

    assertThat(afterADay).isTrue();
    assertThat(later).isFalse();
  }

  @Test
  void forgets_menus_that_are_too_old() {
    test.sql().truncate(MENUS).execute();
    MenuId old = menus.save(team.id(), "{}");
    test.clock().pass(Duration.ofDays(1).plusMillis(1));
    MenuId recent = menus.save(team.id(), "{}");

    int forgotten = menus.forgetOld();

    assertThat(forgotten).isEqualTo(1);
    assertThat(menus.find(team.id(), old)).isEmpty();
    assertThat(menus.find(team.id(), recent)).isPresent();
  }
}
