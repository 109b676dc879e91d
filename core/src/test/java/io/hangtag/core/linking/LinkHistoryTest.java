package io.hangtag.core.linking;

import static io.hangtag.db.schema.Tables.LINK_EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.UserId;
import java.util.List;
import java.util.Objects;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LinkHistoryTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final SampleTeam team = test.team();
  private final Actor ann = team.person("Ann");
  private final Actor bob = team.person("Bob");
  private final Linking linking = test.core().linking();
  private final Hand hand = new Hand(linking, ann);
  private final LinkRows rows = new LinkRows(test.sql(), team.id());
  private final ProductId hoodie = team.product("Blue hoodie");
  private final MediaId photo = team.photo();

  @Test
  void has_one_row_a_change_with_who_how_and_as_part_of_what() {
    LinkOutcome.Linked linked = hand.links(photo, hoodie);
    LinkOutcome.Retyped retyped = new Hand(linking, bob).retypes(photo, hoodie, LinkType.MENTIONED);
    UnlinkOutcome.Unlinked unlinked = hand.unlinks(linked.link().id());
    int _ = linking.end(bob, unlinked.batch());
    UndoOutcome _ = hand.undoes(unlinked.batch());

    List<LinkRows.Event> events = rows.events();

    assertThat(events)
        .extracting(LinkRows.Event::action, LinkRows.Event::batch, LinkRows.Event::user)
        .containsExactly(
            tuple("linked", linked.batch(), number(ann)),
            tuple("retyped", retyped.batch(), number(bob)),
            tuple("unlinked", unlinked.batch(), number(ann)),
            tuple("edited", unlinked.batch(), number(bob)),
            tuple("undone", unlinked.batch(), number(ann)));
    assertThat(events).extracting(LinkRows.Event::source).containsOnly("manual");
    assertThat(linked.batch().value()).isLessThan(retyped.batch().value());
    assertThat(retyped.batch().value()).isLessThan(unlinked.batch().value());
  }

  @Test
  void tells_what_was_before_and_what_is_after() {
    LinkOutcome.Linked linked = hand.links(photo, hoodie);
    LinkOutcome _ = hand.retypes(photo, hoodie, LinkType.MENTIONED);
    UnlinkOutcome _ = hand.unlinks(linked.link().id(), UnlinkReason.ENDED);

    List<LinkRows.Event> events = rows.events();

    assertThat(events.get(0).before()).isNull();
    assertThat(events.get(1).before()).isEqualTo(events.get(0).after());
    assertThat(events.get(2).before()).isEqualTo(events.get(1).after());
    assertThat(events.get(0).after())
        .contains("\"link_type\": \"featured\"", "\"unlinked_at\": null");
    assertThat(events.get(1).after()).contains("\"link_type\": \"mentioned\"");
    assertThat(events.get(2).after())
        .contains(
            "\"unlink_reason\": \"ended\"",
            "\"unlinked_by_user_id\": " + number(ann),
            "\"unlinked_at\": \"" + test.clock().instant().toString().replace("Z", "+00:00"));
  }

  @Test
  void knows_how_a_link_came_about_and_that_it_was_nobody() {
    LinkRequest request =
        new LinkRequest(hoodie, LinkType.FEATURED, LinkDetails.NONE, null, LinkSource.BULK);
    BulkOutcome _ = linking.linkAll(Actor.commandLine(team.id()), team.photos(2), request);

    List<LinkRows.Event> events = rows.events();

    assertThat(events)
        .hasSize(2)
        .extracting(LinkRows.Event::source, LinkRows.Event::user)
        .containsOnly(tuple("bulk", null));
  }

  @Test
  void has_nothing_of_what_changed_nothing() {
    LinkOutcome.Linked linked = hand.links(photo, hoodie);
    UnlinkOutcome.Unlinked unlinked = hand.unlinks(linked.link().id());
    int before = rows.events().size();

    UnlinkOutcome _ = linking.unlink(ann, linked.link().id(), UnlinkReason.WRONG);
    UndoOutcome _ = hand.undoes(linked.batch());
    int _ = linking.retype(ann, unlinked.batch(), LinkType.MENTIONED);
    BulkOutcome _ = linking.linkAll(ann, List.of(), Hand.featured(hoodie));

    assertThat(rows.events()).hasSize(before);
  }

  @Test
  void is_never_changed() {
    BatchId batch = hand.links(photo, hoodie).batch();

    assertThatThrownBy(
            () ->
                test.sql()
                    .update(LINK_EVENTS)
                    .set(LINK_EVENTS.ACTION, "edited")
                    .where(LINK_EVENTS.BATCH.eq(batch.value()))
                    .execute())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("link_events is append-only");
  }

  @Test
  void is_never_removed() {
    BatchId batch = hand.links(photo, hoodie).batch();

    assertThatThrownBy(
            () ->
                test.sql()
                    .deleteFrom(LINK_EVENTS)
                    .where(LINK_EVENTS.BATCH.eq(batch.value()))
                    .execute())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("link_events is append-only");
  }

  private static long number(Actor actor) {
    UserId user = Objects.requireNonNull(actor.user());
    return user.value();
  }
}
