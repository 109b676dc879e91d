package io.hangtag.core.attribution;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.attribution.History.Line;
import io.hangtag.core.attribution.History.Link;
import io.hangtag.core.attribution.History.Sold;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A small shop in which anything happens, so crowded that every edge is met.
public final class RandomShop {
  public static final DayRange ALL =
      new DayRange(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-30"));
  private static final Instant START = Instant.parse("2026-03-20T00:00:00Z");
  private static final int DAYS = 16;
  private static final List<String> EXCLUSIONS =
      List.of("cancelled", "test", "voided", "refunded", "gift_card");

  private final History history;
  private final List<ProductId> products;
  private final List<MediaId> media;

  RandomShop(SampleTeam team, History history) {
    this(team, history, team.products(4));
  }

  public RandomShop(SampleTeam team, History history, List<ProductId> products) {
    this.history = history;
    this.products = List.copyOf(products);
    this.media = team.photos(6);
  }

  List<ProductId> products() {
    return products;
  }

  List<MediaId> media() {
    return media;
  }

  public void fill(Random random) {
    for (MediaId medium : media) {
      for (ProductId product : products) {
        if (random.nextInt(3) == 0) {
          Link _ = history.link(anyLink(medium, product, random));
        }
      }
    }
    for (int post = 0; post < 14; post++) {
      addPost(random);
    }
    for (int order = 0; order < 40; order++) {
      addOrder(random);
    }
  }

  private Link anyLink(MediaId medium, ProductId product, Random random) {
    Instant from = random.nextInt(4) == 0 ? anyTime(random) : null;
    Instant to = random.nextInt(4) == 0 ? anyTime(random) : null;
    return new Link(
        0,
        medium,
        product,
        random.nextInt(5) == 0 ? "suggested" : "featured",
        from,
        from != null && to != null && !from.isBefore(to) ? null : to,
        random.nextInt(6) == 0 ? random.nextBoolean() ? "wrong" : "ended" : null);
  }

  private void addPost(Random random) {
    List<MediaId> shown = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      MediaId medium = any(media, random);
      if (!shown.contains(medium)) {
        shown.add(medium);
      }
    }
    var _ = history.post(anyTime(random), random.nextInt(8) == 0 ? "failed" : "posted", shown);
  }

  private void addOrder(Random random) {
    List<Sold> sold = new ArrayList<>();
    for (int line = 0; line <= random.nextInt(3); line++) {
      sold.add(
          new Sold(
              random.nextInt(12) == 0 ? null : any(products, random),
              random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(10_000),
              random.nextInt(12) == 0 ? any(EXCLUSIONS, random) : null));
    }
    String _ = history.order(anyTime(random), random.nextInt(6) == 0 ? "EUR" : "USD", sold);
  }

  void changeAnything(Random random) {
    switch (random.nextInt(7)) {
      case 0 -> addPost(random);
      case 1 -> addOrder(random);
      case 2 -> {
        MediaId medium = any(media, random);
        ProductId product = any(products, random);
        boolean free =
            history.links.stream()
                .noneMatch(
                    link ->
                        link.media().equals(medium)
                            && link.product().equals(product)
                            && link.unlinked() == null);
        if (free) {
          Link _ = history.link(anyLink(medium, product, random));
        }
      }
      case 3, 4 -> {
        Link link = any(history.links, random);
        if (link.unlinked() == null) {
          history.unlink(link, random.nextBoolean() ? "wrong" : "ended");
        }
      }
      case 5 -> history.move(any(history.posts, random), anyTime(random));
      default -> {
        Line line = any(history.lines, random);
        if (line.exclusion() == null && line.net() > 0) {
          history.refund(line, random.nextBoolean() ? line.net() : 1);
        }
      }
    }
  }

  /// Often the same ones, or the same but for a microsecond or a window.
  static Instant anyTime(Random random) {
    Instant hour = START.plus(Duration.ofHours(random.nextInt(DAYS * 4) * 6L));
    return hour.plus(random.nextInt(3) - 1, ChronoUnit.MICROS);
  }

  static <T> T any(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
