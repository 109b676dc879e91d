package io.hangtag.bot.bench;

import io.hangtag.core.catalog.ProductSearch;
import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import java.util.Objects;

/// What the bot's users get.
record HangtagSearch(ProductSearch search, WorkspaceId workspace) implements SearchMethod {
  @Override
  public String name() {
    return "hangtag";
  }

  @Override
  public List<String> find(String query, int limit) {
    return search.search(workspace, query, 0, limit).hits().stream()
        .map(hit -> ShopExport.documentOf(Objects.requireNonNull(hit.product().handle())))
        .toList();
  }
}
