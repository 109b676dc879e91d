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

/// A random sequence of changes of links, done by [Linking] and by an oracle that keeps them in
/// plain lists. People and buttons go on to use the numbers of merged products.
final class LinkWalk {
  private static final List<LinkType> TYPES =
      List.of(LinkType.FEATURED, LinkType.MENTIONED, LinkType.BACKGROUND);

  private final SampleTeam team;
  private final Linking linking;
  private final Random random;
  private final Actor ann;
  private final List<MediaId> photos;
  private final List<ProductId> products;
  private final Map<ProductId, ProductId> standIns = new HashMap<>();
  private final LinkOracle oracle = new LinkOracle();
  private final List<BatchId> batches = new ArrayList<>();

  /// @param products how many there are at first
  LinkWalk(TestCore test, int products, long seed) {
    this.team = test.team();
    this.linking = test.core().linking();
    this.random = new Random(seed);
    this.ann = team.person("Ann");
    this.photos = team.photos(3);
    this.products = team.products(products);
  }

  /// True once in so many times.
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /// How many things were done at once so far.
  int batches() {
    return batches.size();
  }

  /// Takes back all but the first ones, the last first.
  void undoAllBut(int first) {
    for (BatchId batch : batches.subList(first, batches.size()).reversed()) {
      UndoOutcome _ = linking.undo(ann, batch);
    }
  }

  /// What the oracle says is linked now.
  Map<Pair, LinkType> expected() {
    return oracle.active();
  }

  /// Links, unlinks, or goes on with something that was done; what that was.
  String change() {
    if (batches.isEmpty() || random.nextInt(3) > 0) {
      return linkOrUnlink();
    }
    BatchId batch = any(batches);
    return switch (random.nextInt(4)) {
      case 0 -> {
        LinkType type = any(TYPES);
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

  /// Lets two products turn out to be one, unless only two are left; what that was.
  String merge() {
    if (standIns.size() >= products.size() - 2) {
      return "nothing";
    }
    List<ProductId> standing =
        products.stream().filter(product -> !standIns.containsKey(product)).toList();
    ProductId merged = any(standing);
    ProductId kept = any(standing);
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

  /// Links or unlinks some photos; what that was.
  String linkOrUnlink() {
    ProductId product = any(products);
    List<MediaId> some = photos.subList(random.nextInt(photos.size()), photos.size());
    if (random.nextInt(5) < 2) {
      Optional<BatchId> batch = linking.unlinkAll(ann, some, product, UnlinkReason.WRONG);
      batch.ifPresent(batches::add);
      int removed =
          batch.map(unlinked -> oracle.unlink(unlinked, some, standIn(product))).orElse(0);
      assertThat(removed > 0).isEqualTo(batch.isPresent());
      return "unlink " + some + " from " + product;
    }
    LinkRequest request = LinkRequest.of(product, any(TYPES));
    BulkOutcome.Done done = (BulkOutcome.Done) linking.linkAll(ann, some, request);
    batches.add(done.batch());
    LinkRequest meant = LinkRequest.of(standIn(product), request.type());
    int changed = oracle.link(done.batch(), some, meant);
    assertThat(done.linked() + done.retyped()).isEqualTo(changed);
    return "link " + some + " to " + product + " as " + request.type();
  }

  /// What is linked now.
  Map<Pair, LinkType> active() {
    Map<Pair, LinkType> active = new HashMap<>();
    for (Link link : linking.linksOf(team.id(), photos)) {
      LinkType twin = active.put(new Pair(link.media(), link.product().id()), link.type());
      assertThat(twin).isNull();
    }
    return active;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
