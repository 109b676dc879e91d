package io.hangtag.core.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.Race;
import io.hangtag.core.TestCore;
import io.hangtag.core.team.Workspaces.CreateOutcome;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkspacesTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Currency EUR = Currency.getInstance("EUR");

  private final Workspaces workspaces = test.core().workspaces();

  @Test
  void makes_a_team() {
    CreateOutcome outcome = workspaces.create("  Blue Shop ", BERLIN, EUR);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            CreateOutcome.Created.class,
            created -> {
              Workspace made = created.workspace();
              assertThat(made).isEqualTo(new Workspace(made.id(), "Blue Shop", BERLIN, EUR));
              assertThat(workspaces.find("Blue Shop")).contains(made);
              assertThat(workspaces.find(made.id())).contains(made);
            });
  }

  @Test
  void makes_no_second_team_of_a_name() {
    CreateOutcome _ = workspaces.create("Taken", BERLIN, EUR);

    CreateOutcome outcome = workspaces.create(" Taken ", ZoneId.of("UTC"), EUR);

    assertThat(outcome).isEqualTo(new CreateOutcome.NameTaken("Taken"));
    assertThat(workspaces.find("Taken").map(Workspace::timezone)).contains(BERLIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void makes_no_team_without_a_name(String name) {
    assertThat(workspaces.create(name, BERLIN, EUR)).isEqualTo(new CreateOutcome.BadName(name));
  }

  @Test
  void makes_no_team_of_a_name_longer_than_100_characters() {
    CreateOutcome longest = workspaces.create("x".repeat(100), BERLIN, EUR);
    CreateOutcome tooLong = workspaces.create("x".repeat(101), BERLIN, EUR);

    assertThat(longest).isInstanceOf(CreateOutcome.Created.class);
    assertThat(tooLong).isEqualTo(new CreateOutcome.BadName("x".repeat(101)));
  }

  @Test
  void finds_or_makes_the_team_of_a_name_however_many_ask_at_once() throws Exception {
    List<Workspace> found = Race.of(6, () -> workspaces.named("default", BERLIN, EUR));

    assertThat(found).hasSize(6).containsOnly(found.getFirst());
  }

  @Test
  void does_not_know_a_team_that_is_not_there() {
    assertThat(workspaces.find("nobody's")).isEmpty();
    assertThat(workspaces.find(new WorkspaceId(1_000_000))).isEmpty();
  }

  @Test
  void lists_teams_by_name_with_their_chats() {
    Workspace second = workspaces.named("Zebra", BERLIN, EUR);
    Workspace first = workspaces.named("Aardvark", BERLIN, EUR);
    Team team = test.core().team();
    for (long telegramId : new long[] {-71, -72}) {
      team.bind(team.enter(telegramId, Chat.Kind.GROUP, Optional.of("Group")), second.id());
    }

    List<Workspaces.Entry> entries = workspaces.list();

    assertThat(entries)
        .containsSubsequence(new Workspaces.Entry(first, 0), new Workspaces.Entry(second, 2));
    assertThat(workspaces.withoutChat()).contains(first).doesNotContain(second);
  }
}
