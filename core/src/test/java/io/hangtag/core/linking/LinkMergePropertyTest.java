package io.hangtag.core.linking;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.linking.LinkOracle.Pair;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random sequences of changes between which products turn out to be one, against an oracle that
/// keeps them in plain lists. People and buttons go on to use the numbers of merged products.
final class LinkMergePropertyTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private static final int CHANGES = 80;
  private static final List<LinkType> TYPES =
      List.of(LinkType.FEATURED, LinkType.MENTIONED, LinkType.BACKGROUND);

  private final SampleTeam team = test.team();
  private final Actor ann = team.person("Ann");
  private final Linking linking = test.core().linking();
  private final List<MediaId> photos = team.photos(3);
  private final List<ProductId> products = team.products(5);
  private final Map<ProductId, ProductId> standIns = new HashMap<>();
  private final LinkOracle oracle = new LinkOracle();
  private final List<BatchId> batches = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void comes_to_what_the_oracle_says(long seed) {
    Random random = new Random(seed);
    for (int change = 0; change < CHANGES; change++) {
      String what = changeAnything(random);

      assertThat(active())
          .as("seed %d, change %d: %s", seed, change, what)
          .isEqualTo(oracle.active());
    }
  }

  private String changeAnything(Random random) {
    if (random.nextInt(12) == 0 && standIns.size() < products.size() - 2) {
      return merge(random);
    }
    if (batches.isEmpty() || random.nextInt(3) > 0) {
      return linkOrUnlink(random);
    }
    BatchId batch = any(batches, random);
    return switch (random.nextInt(4)) {
      case 0 -> {
        LinkType type = any(TYPES, random);
        assertThat(linking.retype(ann, batch, type)).isEqualTo(oracle.retype(batch, type));
        yield "retype batch " + batch + " as " + type;
      }
      case 1 -> {
        assertThat(linking.end(ann, batch)).isEqualTo(oracle.end(batch));
        yield "end batch " + batch;
      }
      default -> {
        int undone = oracle.undo(batch);
        UndoOutcome outcome = linking.undo(ann, batch);
        int said = outcome instanceof UndoOutcome.Undone(int links, int _) ? links : 0;
        assertThat(said).as("undo batch %s: %s", batch, outcome).isEqualTo(undone);
        yield "undo batch " + batch;
      }
    };
  }

  private String merge(Random random) {
    List<ProductId> standing =
        products.stream().filter(product -> !standIns.containsKey(product)).toList();
    ProductId merged = any(standing, random);
    ProductId kept = any(standing, random);
    if (merged.equals(kept)) {
      return "nothing";
    }
    team.merges(merged, kept);
    linking.merge(team.id(), Map.of(merged, kept));
    oracle.merge(kept, merged);
    standIns.replaceAll((_, standIn) -> standIn.equals(merged) ? kept : standIn);
    standIns.put(merged, kept);
    return "merge " + merged + " into " + kept;
  }

  private ProductId standIn(ProductId product) {
    return standIns.getOrDefault(product, product);
  }

  private String linkOrUnlink(Random random) {
    ProductId product = any(products, random);
    List<MediaId> some = photos.subList(random.nextInt(photos.size()), photos.size());
    if (random.nextInt(5) < 2) {
      Optional<BatchId> batch = linking.unlinkAll(ann, some, product, UnlinkReason.WRONG);
      batch.ifPresent(batches::add);
      int removed =
          batch.map(unlinked -> oracle.unlink(unlinked, some, standIn(product))).orElse(0);
      assertThat(removed > 0).isEqualTo(batch.isPresent());
      return "unlink " + some + " from " + product;
    }
    LinkRequest request = LinkRequest.of(product, any(TYPES, random));
    BulkOutcome.Done done = (BulkOutcome.Done) linking.linkAll(ann, some, request);
    batches.add(done.batch());
    LinkRequest meant = LinkRequest.of(standIn(product), request.type());
    int changed = oracle.link(done.batch(), some, meant);
    assertThat(done.linked() + done.retyped()).isEqualTo(changed);
    return "link " + some + " to " + product + " as " + request.type();
  }

  private Map<Pair, LinkType> active() {
    Map<Pair, LinkType> active = new HashMap<>();
    for (Link link : linking.linksOf(team.id(), photos)) {
      LinkType twin = active.put(new Pair(link.media(), link.product().id()), link.type());
      assertThat(twin).isNull();
    }
    return active;
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
