package io.hangtag.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.cli.Shell.Ran;
import io.hangtag.db.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class WorkspaceCommandTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Shop shop = new Shop(db);

  @BeforeEach
  void empty_database() {
    shop.clear();
  }

  @Test
  void makes_a_team_as_configured() {
    Ran ran = Shell.on(db).run("workspace", "create", "Corner Shop", "--json");

    assertThat(ran)
        .isEqualTo(
            new Ran(
                0,
                "{\"workspace\":{\"id\":1,\"name\":\"Corner Shop\",\"timezone\":\"Europe/Berlin\","
                    + "\"currency\":\"EUR\",\"chats\":0},\"startgroup_url\":null}\n",
                ""));
  }

  @Test
  void makes_a_team_with_a_link_into_its_group() {
    shop.run("insert into bots (telegram_bot_id, username) values (1, 'shop_bot')");

    Ran ran =
        Shell.on(db)
            .run("workspace", "create", "Tokyo", "--timezone", "Asia/Tokyo", "--currency", "jpy");

    assertThat(ran.out())
        .isEqualTo(
            """
            Workspace 'Tokyo' (1) is made: Asia/Tokyo, JPY.
            Add the bot to the team's group with this link:
            https://t.me/shop_bot?startgroup=team_1
            """);
  }

  @Test
  void says_how_to_get_the_link_while_the_bot_is_not_known() {
    Ran ran = Shell.on(db).run("workspace", "create", "Shop");

    assertThat(ran.out()).contains("'hangtag serve'").contains("'hangtag workspace list'");
  }

  @Test
  void refuses_a_taken_or_blank_name() {
    shop.workspace("Shop");

    assertThat(Shell.on(db).run("workspace", "create", "Shop", "--json"))
        .isEqualTo(
            new Ran(
                1,
                "{\"error\":{\"code\":\"workspace_exists\",\"message\":\"There is a workspace named"
                    + " 'Shop' already.\"}}\n",
                "There is a workspace named 'Shop' already.\n"));
    assertThat(Shell.on(db).run("workspace", "create", " ", "--json").out())
        .startsWith("{\"error\":{\"code\":\"bad_value\"");
  }

  @Test
  void lists_teams() {
    shop.workspace("North");
    shop.workspace("South");
    shop.run(
        "insert into chats (telegram_chat_id, kind, title, workspace_id)"
            + " values (-1, 'group', 'North', 1)");
    shop.run("insert into bots (telegram_bot_id, username) values (1, 'shop_bot')");

    assertThat(Shell.on(db).run("workspace", "list").out())
        .isEqualTo(
            """
            ID  NAME   TIMEZONE       CURRENCY  CHATS  LINK INTO A GROUP
             1  North  Europe/Berlin  EUR           1
             2  South  Europe/Berlin  EUR           0  https://t.me/shop_bot?startgroup=team_2
            """);
    assertThat(Shell.on(db).run("workspace", "list", "--json").out())
        .isEqualTo(
            "{\"workspaces\":[{\"id\":1,\"name\":\"North\",\"timezone\":\"Europe/Berlin\","
                + "\"currency\":\"EUR\",\"chats\":1},{\"id\":2,\"name\":\"South\","
                + "\"timezone\":\"Europe/Berlin\",\"currency\":\"EUR\",\"chats\":0}]}\n");
  }

  @Test
  void lists_nothing_where_nothing_is() {
    assertThat(Shell.on(db).run("workspace", "list").out()).isEqualTo("No workspaces.\n");
    assertThat(Shell.on(db).run("workspace", "list", "--json").out())
        .isEqualTo("{\"workspaces\":[]}\n");
  }
}
