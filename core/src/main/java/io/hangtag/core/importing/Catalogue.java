package io.hangtag.core.importing;

import java.time.Instant;
import java.util.Currency;

/// A team's catalogue while something is imported into it.
///
/// @param now when the import began
record Catalogue(
    CatalogueQueries queries,
    VariantQueries variants,
    ProductMerging merging,
    PrintifyFilling filling,
    Currency currency,
    Instant now) {}
