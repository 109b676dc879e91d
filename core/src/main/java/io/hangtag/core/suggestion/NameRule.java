package io.hangtag.core.suggestion;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.suggestion.MediaProfile.Text;
import io.hangtag.core.suggestion.NameQueries.Found;
import io.hangtag.core.suggestion.NameQueries.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The SKU, barcode, title or handle stands in the file name, the caption, the title, a hashtag or
/// the folder. Of names one of which has the other in it, the longer is meant.
final class NameRule implements Rule {
  private static final int MANY_WITH_A_PART = 3;
  private static final int MAX_PARTS = 12;
  private static final int MAX_CANDIDATES = 25;
  private static final int SURE_LENGTH = 6;
  private static final int SURE_DIGITS = 8;

  private final ProfileQueries profiles;
  private final NameQueries names;

  NameRule(ProfileQueries profiles, NameQueries names) {
    this.profiles = profiles;
    this.names = names;
  }

  @Override
  public List<Evidence> productsFor(MediaProfile media) {
    List<Phrases> phrases = media.texts().stream().map(Phrases::new).toList();
    if (phrases.isEmpty()) {
      return List.of();
    }
    Found found =
        names.named(media.workspace(), all(phrases, Phrases::skus), all(phrases, Phrases::names));
    List<Name> titles =
        Stream.of(
                found.ofKind("title"),
                found.ofKind("handle"),
                names.titledTogether(media.workspace(), all(phrases, Phrases::together)))
            .flatMap(List::stream)
            .toList();
    Best best = new Best(media, phrases);
    best.addSkus(found.ofKind("sku"));
    best.addTitles(titles);
    best.addParts(parts(media, phrases));
    return best.evidence();
  }

  private List<Name> parts(MediaProfile media, List<Phrases> phrases) {
    List<String> words = all(phrases, Phrases::parts).stream().limit(MAX_PARTS).toList();
    return words.isEmpty() ? List.of() : names.withSkuPart(media.workspace(), words);
  }

  @Override
  public List<Evidence> mediaFor(ProductProfile product) {
    List<String> said =
        Stream.concat(
                Stream.of(product.title(), product.handle() == null ? "" : product.handle()),
                product.skus().stream().limit(40).flatMap(NameRule::skuAndParts))
            .filter(name -> !name.isBlank())
            .distinct()
            .toList();
    List<MediaProfile> candidates =
        profiles.media(
            product.workspace(), profiles.mediaSaying(product.workspace(), said, MAX_CANDIDATES));
    return candidates.stream()
        .flatMap(media -> productsFor(media).stream())
        .filter(evidence -> evidence.product().equals(product.id()))
        .toList();
  }

  private static Stream<String> skuAndParts(String sku) {
    return Stream.concat(
        Stream.of(sku),
        Stream.of(sku.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            .filter(part -> part.length() >= 4 && Phrases.isCode(part)));
  }

  private static Set<String> all(List<Phrases> texts, Function<Phrases, Set<String>> what) {
    return texts.stream()
        .flatMap(text -> what.apply(text).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// The best that was found for each product.
  private static final class Best {
    private final MediaProfile media;
    private final List<Phrases> phrases;
    private final Map<ProductId, Evidence> found = new LinkedHashMap<>();

    Best(MediaProfile media, List<Phrases> phrases) {
      this.media = media;
      this.phrases = phrases;
    }

    void addSkus(List<Name> skus) {
      Map<String, Long> products = productsByKey(skus);
      for (Name sku : longest(skus)) {
        Reason reason = isSure(sku.key()) ? Reason.SKU_NAMED : Reason.SHORT_SKU_NAMED;
        double score = 1.0 / products.getOrDefault(sku.key(), 1L);
        add(sku, reason, score, "%s has its SKU %s", Phrases::skus);
      }
    }

    void addTitles(List<Name> titles) {
      Map<String, Long> products = productsByKey(titles);
      for (Name title : longest(titles)) {
        double score = telling(title) / products.getOrDefault(title.key(), 1L);
        if (score > 0) {
          add(title, Reason.TITLE_NAMED, score, "%s says %s", Best::namesAndTogether);
        }
      }
    }

    void addParts(List<Name> parts) {
      Map<String, Long> products = productsByKey(parts);
      for (Name part : parts) {
        long holders = products.getOrDefault(part.key(), 1L);
        if (holders <= MANY_WITH_A_PART) {
          add(
              part,
              Reason.SKU_PART_NAMED,
              1.0 / holders,
              "%s has a part of its SKU %s",
              Phrases::parts);
        }
      }
    }

    private void add(
        Name name, Reason reason, double score, String words, Function<Phrases, Set<String>> in) {
      String origin =
          phrases.stream()
              .filter(text -> in.apply(text).contains(name.key()))
              .map(Phrases::text)
              .map(Text::origin)
              .map(MediaProfile.Origin::words)
              .findFirst()
              .orElse("a text");
      Evidence evidence =
          new Evidence(
              media.id(), name.product(), reason, score, words.formatted(origin, name.said()));
      found.merge(name.product(), evidence, Best::surer);
    }

    List<Evidence> evidence() {
      return List.copyOf(found.values());
    }

    private static Evidence surer(Evidence one, Evidence other) {
      return expected(other) > expected(one) ? other : one;
    }

    private static double expected(Evidence evidence) {
      return evidence.reason().expected(evidence.score());
    }

    private static Set<String> namesAndTogether(Phrases text) {
      Set<String> both = new LinkedHashSet<>(text.names());
      both.addAll(text.together());
      return both;
    }

    private static List<Name> longest(Collection<Name> names) {
      List<Name> longest = new ArrayList<>();
      for (Name name : names) {
        boolean isPartOfAnother =
            names.stream()
                .anyMatch(
                    other ->
                        !other.product().equals(name.product())
                            && other.key().length() > name.key().length()
                            && other.key().contains(name.key()));
        if (!isPartOfAnother) {
          longest.add(name);
        }
      }
      return longest;
    }

    private static Map<String, Long> productsByKey(List<Name> names) {
      return names.stream()
          .collect(
              Collectors.groupingBy(
                  Name::key,
                  Collectors.mapping(
                      Name::product,
                      Collectors.collectingAndThen(
                          Collectors.toSet(), products -> (long) products.size()))));
    }

    // Letters only may be a word, few digits a year or a camera's counter.
    private static boolean isSure(String sku) {
      return Phrases.isCode(sku)
          ? sku.length() >= SURE_LENGTH
          : sku.matches("\\p{N}{%d,}".formatted(SURE_DIGITS));
    }

    // One word is often just a word.
    private static double telling(Name title) {
      int words = Math.max(TitleWords.of(title.key()).size(), TitleWords.of(title.said()).size());
      return switch (Math.min(words, 3)) {
        case 1 -> title.key().length() < 4 ? 0 : 0.3;
        case 2 -> 0.9;
        default -> 1;
      };
    }
  }
}
