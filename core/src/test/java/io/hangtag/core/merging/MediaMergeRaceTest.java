package io.hangtag.core.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hangtag.core.Race;
import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.LinkRequest;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.linking.Linking;
import io.hangtag.core.media.MediaFilter;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaItem;
import io.hangtag.core.posting.Channel;
import io.hangtag.core.posting.RecordOutcome;
import io.hangtag.core.team.Actor;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MediaMergeRaceTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final SampleTeam team = test.team();
  private final Actor ann = team.person("Ann");
  private final MediaMerging merging = test.core().mediaMerging();
  private final Linking linking = test.core().linking();
  private final ProductId hoodie = team.product("Blue hoodie");
  private final MediaId one = team.photo();
  private final MediaId two = team.photo();

  @RepeatedTest(5)
  void merges_a_pair_once_whoever_says_it_which_way() throws Exception {
    Callable<MergeOutcome> forth = () -> merging.merge(ann, one, two);
    Callable<MergeOutcome> back = () -> merging.merge(ann, two, one);

    List<MergeOutcome> outcomes = Race.between(List.of(forth, back, forth, back));

    assertThat(outcomes).filteredOn(MergeOutcome.Merged.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(MergeOutcome.AlreadyOne.class::isInstance).hasSize(3);
    assertThat(test.core().media().list(team.id(), MediaFilter.ALL)).hasSize(1);
  }

  @RepeatedTest(10)
  void loses_nothing_that_is_said_of_the_other_at_the_same_moment() throws Exception {
    Callable<Object> merge = () -> merging.merge(ann, one, two);
    Callable<Object> link = () -> linking.link(ann, two, LinkRequest.of(hoodie, LinkType.FEATURED));
    Callable<Object> post = this::post;

    List<Object> outcomes = Race.between(List.of(merge, link, post));

    assertThat(outcomes.get(2)).isInstanceOf(RecordOutcome.Recorded.class);
    assertThat(linking.linksOf(team.id(), List.of(two)))
        .extracting(Link::media)
        .containsExactly(one);
    assertThat(test.core().media().list(team.id(), MediaFilter.ALL))
        .extracting(MediaItem::id, MediaItem::links, MediaItem::posts)
        .containsExactly(tuple(one, 1, 1));
  }

  @Test
  void shows_the_kept_one_in_a_post_that_waited_for_the_merge() throws Exception {
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<RecordOutcome> posted =
          test.core()
              .together(
                  () -> {
                    MergeOutcome _ = merging.merge(ann, one, two);
                    Future<RecordOutcome> posting = threads.submit(this::post);
                    awaitSomebodyWaiting();
                    return posting;
                  });

      assertThat(posted.get()).isInstanceOf(RecordOutcome.Recorded.class);
    }
    assertThat(test.core().media().list(team.id(), MediaFilter.ALL))
        .extracting(MediaItem::id, MediaItem::posts)
        .containsExactly(tuple(one, 1));
  }

  private RecordOutcome post() {
    return test.core()
        .postingHistory()
        .record(ann, List.of(two), Channel.INSTAGRAM_FEED, Instant.EPOCH);
  }

  private static void awaitSomebodyWaiting() {
    Instant end = Instant.now().plusSeconds(30);
    while (!isSomebodyWaiting()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("nobody waits");
      }
      Thread.onSpinWait();
    }
  }

  private static boolean isSomebodyWaiting() {
    return test.sql()
            .fetchSingle(
                "select count(*) from pg_stat_activity"
                    + " where datname = current_database() and wait_event_type = 'Lock'")
            .get(0, Integer.class)
        > 0;
  }

  @RepeatedTest(5)
  void undoes_a_merge_once_however_many_say_it_at_once() throws Exception {
    MergeOutcome.Merged merged = (MergeOutcome.Merged) merging.merge(ann, one, two);

    List<UndoMergeOutcome> outcomes = Race.of(4, () -> merging.undo(ann, merged.merge()));

    assertThat(outcomes).filteredOn(UndoMergeOutcome.Undone.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(UndoMergeOutcome.AlreadyUndone.class::isInstance).hasSize(3);
  }
}
