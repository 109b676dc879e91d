package io.hangtag.bot.cli;

import io.hangtag.core.catalog.Product;
import io.hangtag.core.suggestion.Suggestion;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A suggestion as JSON.
///
/// @param productId what the source calls the product; null while only its handle is known
/// @param linkId null: not saved
record SuggestionDocument(
    long mediaId,
    @Nullable String productId,
    String productSource,
    @Nullable String handle,
    String productTitle,
    @Nullable String sku,
    BigDecimal confidence,
    String reason,
    String reasonText,
    @Nullable Long linkId) {

  private static SuggestionDocument of(Suggestion suggestion) {
    Product product = suggestion.product();
    return new SuggestionDocument(
        suggestion.media().value(),
        product.externalId(),
        product.source().code(),
        product.handle(),
        product.title(),
        product.sku(),
        suggestion.confidence(),
        suggestion.reason().code(),
        suggestion.words(),
        suggestion.link() == null ? null : suggestion.link().value());
  }

  /// Suggestions as an answer.
  static Answer answer(List<Suggestion> suggestions) {
    return new Answer(
        new Suggestions(suggestions.stream().map(SuggestionDocument::of).toList()),
        suggestions.isEmpty() ? "No suggestions." : table(suggestions).toString());
  }

  private static Table table(List<Suggestion> suggestions) {
    Table table = new Table("MEDIA", "PRODUCT", "SKU", "SURE", "BECAUSE", "LINK");
    for (Suggestion suggestion : suggestions) {
      table.row(
          suggestion.media().value(),
          suggestion.product().title(),
          suggestion.product().sku(),
          suggestion.confidence(),
          suggestion.words(),
          suggestion.link() == null ? null : suggestion.link().value());
    }
    return table;
  }

  private record Suggestions(List<SuggestionDocument> suggestions) {}
}
