package io.hangtag.core.suggestion;

import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.catalog.Products;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.suggestion.FileNamePattern.Match;
import io.hangtag.core.suggestion.FilePatternQueries.NamedFile;
import io.hangtag.core.team.WorkspaceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Where a team's file names have the SKU: set, taken away, and tried on its files.
///
/// Safe for use by many threads.
public final class FileNames {
  private static final int CHUNK = 1_000;

  private final FilePatternQueries patterns;
  private final FilePatternRule rule;
  private final Products products;

  public FileNames(DSLContext db, Products products) {
    this.patterns = new FilePatternQueries(db);
    this.rule = new FilePatternRule(new ProfileQueries(db), new NameQueries(db), patterns);
    this.products = products;
  }

  /// The team's pattern, if it has one.
  public Optional<String> pattern(WorkspaceId workspace) {
    return patterns.find(workspace);
  }

  /// Lets file names be read so from now on; `suggest refresh` reads those that are there.
  public void set(WorkspaceId workspace, FileNamePattern pattern) {
    patterns.update(workspace, pattern.toString());
  }

  /// Lets file names have no pattern.
  public void clear(WorkspaceId workspace) {
    patterns.update(workspace, null);
  }

  /// What a pattern finds in the team's file names now; nothing is kept.
  public Trial tryOut(WorkspaceId workspace, FileNamePattern pattern) {
    List<Tried> tried = new ArrayList<>();
    List<NamedFile> chunk = patterns.files(workspace, 0, CHUNK);
    while (!chunk.isEmpty()) {
      chunk.forEach(file -> tried.add(tryOn(workspace, file, pattern)));
      chunk = patterns.files(workspace, chunk.getLast().media().value(), CHUNK);
    }
    return new Trial(tried);
  }

  private Tried tryOn(WorkspaceId workspace, NamedFile file, FileNamePattern pattern) {
    Match match = pattern.skuIn(file.fileName());
    if (match.tooSlow()) {
      return new Tried(file.media(), file.fileName(), null, List.of(), Finding.TOO_SLOW);
    }
    return match
        .sku()
        .map(sku -> named(workspace, file, sku))
        .orElse(new Tried(file.media(), file.fileName(), null, List.of(), Finding.NO_SKU));
  }

  private Tried named(WorkspaceId workspace, NamedFile file, String sku) {
    Set<ProductId> meant = rule.products(workspace, sku);
    Map<ProductId, Product> known = products.present(workspace, meant);
    List<Product> found =
        meant.stream()
            .filter(known::containsKey)
            .map(id -> Objects.requireNonNull(known.get(id)))
            .sorted(Comparator.comparingLong(product -> product.id().value()))
            .toList();
    return new Tried(file.media(), file.fileName(), sku, found, finding(file, found));
  }

  private static Finding finding(NamedFile file, List<Product> found) {
    if (found.isEmpty()) {
      return Finding.UNKNOWN_SKU;
    }
    if (found.size() > 1) {
      return Finding.SEVERAL_PRODUCTS;
    }
    boolean isOther =
        !file.products().isEmpty() && !file.products().contains(found.getFirst().id().value());
    return isOther ? Finding.OTHER_PRODUCT_LINKED : Finding.PRODUCT;
  }

  /// What came of trying a pattern on a team's files, by number of the media.
  public record Trial(List<Tried> files) {
    public Trial {
      files = List.copyOf(files);
    }

    /// How many files came out so.
    public int count(Finding finding) {
      return (int) files.stream().filter(file -> file.finding() == finding).count();
    }

    /// Where what the name says is not what people said, or is not clear.
    public List<Tried> conflicts() {
      return files.stream()
          .filter(file -> file.finding().isConflict())
          .collect(Collectors.toList());
    }
  }

  /// A file and what its name says.
  ///
  /// @param sku null: the pattern finds none
  /// @param products that have it
  public record Tried(
      MediaId media,
      String fileName,
      @Nullable String sku,
      List<Product> products,
      Finding finding) {
    public Tried {
      products = List.copyOf(products);
    }
  }

  /// What a file's name says.
  public enum Finding {
    /// Which product it is.
    PRODUCT,
    /// A SKU that no product has.
    UNKNOWN_SKU,
    /// A SKU that several products have.
    SEVERAL_PRODUCTS,
    /// A product, and people linked only others.
    OTHER_PRODUCT_LINKED,
    /// Nothing.
    NO_SKU,
    /// Matching takes so long that it is broken off.
    TOO_SLOW;

    /// As JSON writes it.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isConflict() {
      return this == SEVERAL_PRODUCTS || this == OTHER_PRODUCT_LINKED || this == TOO_SLOW;
    }
  }
}
