package io.hangtag.core.suggestion;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a product that media are looked for.
///
/// @param handle null: has none
/// @param type blank: none
/// @param skus of its variants, without repeats
record ProductProfile(
    WorkspaceId workspace,
    ProductId id,
    String title,
    @Nullable String handle,
    String type,
    List<String> tags,
    List<String> skus) {
  ProductProfile {
    tags = List.copyOf(tags);
    skus = List.copyOf(skus);
  }
}
