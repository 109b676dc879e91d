package io.hangtag.core.team;

import static io.hangtag.db.schema.Tables.MEMBERS;
import static io.hangtag.db.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.team.Team.Membership;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TeamTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private static final AtomicLong NUMBERS = new AtomicLong(5_000_000_000L);

  private final Team team = test.core().team();
  private final SampleTeam shop = test.team();
  private final SampleTeam otherShop = test.team();
  private final UserId ann = shop.user("Ann");

  @Test
  void keeps_what_telegram_says_of_a_person_today() {
    long telegramId = NUMBERS.incrementAndGet();
    UserId first = team.meet(new Person(telegramId, "Ann", "ann", "en"));

    UserId again = team.meet(new Person(telegramId, "Ann Lee", null, "de"));

    assertThat(again).isEqualTo(first);
    Record row =
        test.sql()
            .select(USERS.fields())
            .from(USERS)
            .where(USERS.ID.eq(first.value()))
            .fetchSingle();
    assertThat(row.get(USERS.NAME)).isEqualTo("Ann Lee");
    assertThat(row.get(USERS.USERNAME)).isNull();
    assertThat(row.get(USERS.LANGUAGE)).isEqualTo("de");
  }

  @Test
  void keeps_what_telegram_says_of_a_chat_today() {
    long telegramId = -NUMBERS.incrementAndGet();
    Chat first = team.enter(telegramId, Chat.Kind.GROUP, Optional.of("Shop"));
    team.bind(first, shop.id());

    Chat again = team.enter(telegramId, Chat.Kind.SUPERGROUP, Optional.of("Our shop"));

    assertThat(first.workspace()).isEmpty();
    assertThat(again)
        .isEqualTo(
            new Chat(
                first.id(), telegramId, Chat.Kind.SUPERGROUP, "Our shop", shop.id(), first.id()));
  }

  @Test
  void gives_a_group_another_team() {
    Chat group = group();
    team.bind(group, shop.id());

    team.bind(group, otherShop.id());

    assertThat(team.enter(group.telegramId(), group.kind(), Optional.of("Shop")).workspace())
        .contains(otherShop.id());
  }

  @Test
  void gives_a_private_chat_no_team() {
    Chat chat = team.enter(NUMBERS.incrementAndGet(), Chat.Kind.PRIVATE, Optional.empty());

    assertThat(chat.title()).isNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> team.bind(chat, shop.id()))
        .withMessageContaining("PRIVATE");
  }

  @Test
  void knows_the_groups_of_a_member_last_acted_in_first() {
    Chat first = groupOf(shop);
    Chat second = groupOf(otherShop);
    team.acted(shop.id(), ann, Role.MEMBER);
    test.clock().pass(Duration.ofMinutes(1));
    team.acted(otherShop.id(), ann, Role.MEMBER);

    assertThat(team.membershipsOf(ann))
        .containsExactly(
            new Membership(otherShop.id(), second.telegramId()),
            new Membership(shop.id(), first.telegramId()));

    test.clock().pass(Duration.ofMinutes(1));
    team.acted(shop.id(), ann, Role.MEMBER);

    assertThat(team.membershipsOf(ann))
        .extracting(Membership::workspace)
        .containsExactly(shop.id(), otherShop.id());
  }

  @Test
  void knows_every_group_of_a_team() {
    Chat first = groupOf(shop);
    Chat second = groupOf(shop);

    team.acted(shop.id(), ann, Role.MEMBER);

    assertThat(team.membershipsOf(ann))
        .extracting(Membership::telegramChatId)
        .containsExactly(first.telegramId(), second.telegramId());
  }

  @Test
  void knows_no_groups_of_a_stranger() {
    Chat _ = groupOf(shop);

    assertThat(team.membershipsOf(ann)).isEmpty();
  }

  @Test
  void takes_who_left_for_no_member_until_they_act_again() {
    Chat group = groupOf(shop);
    team.acted(shop.id(), ann, Role.MEMBER);
    test.clock().pass(Duration.ofMinutes(1));

    team.left(shop.id(), ann);
    boolean afterLeaving = team.membershipsOf(ann).isEmpty();
    Object leftAt = member().get(MEMBERS.LEFT_AT);
    team.acted(shop.id(), ann, Role.MEMBER);

    assertThat(afterLeaving).isTrue();
    assertThat(leftAt).isEqualTo(test.clock().instant());
    assertThat(team.membershipsOf(ann))
        .containsExactly(new Membership(shop.id(), group.telegramId()));
  }

  @Test
  void keeps_when_somebody_left_first() {
    team.acted(shop.id(), ann, Role.MEMBER);
    team.left(shop.id(), ann);
    Object leftAt = member().get(MEMBERS.LEFT_AT);
    test.clock().pass(Duration.ofMinutes(1));

    team.left(shop.id(), ann);

    assertThat(member().get(MEMBERS.LEFT_AT)).isEqualTo(leftAt);
  }

  @Test
  void keeps_the_role_that_was_named_last() {
    team.acted(shop.id(), ann, Role.ADMIN);
    Object first = member().get(MEMBERS.ROLE);
    team.acted(shop.id(), ann, Role.MEMBER);

    assertThat(first).isEqualTo("admin");
    assertThat(member().get(MEMBERS.ROLE)).isEqualTo("member");
  }

  @Test
  void knows_no_groups_that_the_bot_was_removed_from() {
    Chat group = groupOf(shop);
    team.acted(shop.id(), ann, Role.MEMBER);

    team.leave(group.id());
    boolean afterLeaving = team.membershipsOf(ann).isEmpty();
    Chat _ = team.enter(group.telegramId(), group.kind(), Optional.of("Shop"));

    assertThat(afterLeaving).isTrue();
    assertThat(team.membershipsOf(ann)).hasSize(1);
  }

  @Test
  void is_no_member_of_one_team_for_being_one_of_another() {
    Chat _ = groupOf(shop);
    Chat theirs = groupOf(otherShop);
    team.acted(otherShop.id(), ann, Role.MEMBER);
    team.acted(shop.id(), ann, Role.MEMBER);

    team.left(shop.id(), ann);

    assertThat(team.membershipsOf(ann))
        .containsExactly(new Membership(otherShop.id(), theirs.telegramId()));
  }

  @Test
  void knows_what_the_bot_was_last_called() {
    assertThat(team.botUsername()).isEmpty();

    team.servedAs(1, "old_bot");
    test.clock().pass(Duration.ofMinutes(1));
    team.servedAs(2, "new_bot");
    assertThat(team.botUsername()).contains("new_bot");

    test.clock().pass(Duration.ofMinutes(1));
    team.servedAs(1, "renamed_bot");
    assertThat(team.botUsername()).contains("renamed_bot");
  }

  private Chat group() {
    return team.enter(-NUMBERS.incrementAndGet(), Chat.Kind.GROUP, Optional.of("Shop"));
  }

  private Chat groupOf(SampleTeam owner) {
    Chat group = group();
    team.bind(group, owner.id());
    return group;
  }

  private Record member() {
    return test.sql()
        .select(MEMBERS.fields())
        .from(MEMBERS)
        .where(MEMBERS.WORKSPACE_ID.eq(shop.id().value()))
        .and(MEMBERS.USER_ID.eq(ann.value()))
        .fetchSingle();
  }
}
