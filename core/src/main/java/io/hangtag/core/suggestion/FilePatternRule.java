package io.hangtag.core.suggestion;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.suggestion.NameQueries.Name;
import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The team says where its file names have the SKU. What stands there may also be a piece of SKUs
/// that only one product has, as where all variants begin alike.
final class FilePatternRule implements Rule {
  private static final int MAX_CANDIDATES = 25;
  private static final Pattern AFTER_THE_FIRST_PIECE =
      Pattern.compile("[^\\p{L}\\p{N}].*", Pattern.DOTALL);

  private final ProfileQueries profiles;
  private final NameQueries names;
  private final FilePatternQueries patterns;

  FilePatternRule(ProfileQueries profiles, NameQueries names, FilePatternQueries patterns) {
    this.profiles = profiles;
    this.names = names;
    this.patterns = patterns;
  }

  @Override
  public List<Evidence> productsFor(MediaProfile media) {
    return patterns
        .find(media.workspace())
        .flatMap(FileNamePattern::usable)
        .map(pattern -> productsFor(media, pattern))
        .orElse(List.of());
  }

  private List<Evidence> productsFor(MediaProfile media, FileNamePattern pattern) {
    Optional<String> sku =
        media.fileName() == null ? Optional.empty() : pattern.skuIn(media.fileName()).sku();
    return sku.map(found -> evidence(media, found)).orElse(List.of());
  }

  private List<Evidence> evidence(MediaProfile media, String sku) {
    Set<ProductId> products = products(media.workspace(), sku);
    return products.stream()
        .map(
            product ->
                new Evidence(
                    media.id(),
                    product,
                    Reason.FILE_PATTERN,
                    1.0 / products.size(),
                    "the file name's SKU is " + sku))
        .toList();
  }

  /// Those that have the SKU, or else those of whose SKUs it is a piece.
  Set<ProductId> products(WorkspaceId workspace, String sku) {
    String folded = names.foldSku(sku);
    if (folded.isEmpty()) {
      return Set.of();
    }
    List<Name> exact = names.named(workspace, List.of(folded), List.of()).ofKind("sku");
    List<Name> meant = exact.isEmpty() ? names.withSkuPart(workspace, List.of(folded)) : exact;
    return meant.stream().map(Name::product).collect(Collectors.toSet());
  }

  @Override
  public List<Evidence> mediaFor(ProductProfile product) {
    if (patterns.find(product.workspace()).isEmpty()) {
      return List.of();
    }
    List<String> skus =
        product.skus().stream()
            .flatMap(sku -> Stream.of(sku, AFTER_THE_FIRST_PIECE.matcher(sku).replaceFirst("")))
            .filter(sku -> !sku.isBlank())
            .distinct()
            .toList();
    return profiles
        .media(product.workspace(), profiles.mediaSaying(product.workspace(), skus, MAX_CANDIDATES))
        .stream()
        .flatMap(media -> productsFor(media).stream())
        .filter(evidence -> evidence.product().equals(product.id()))
        .toList();
  }
}
