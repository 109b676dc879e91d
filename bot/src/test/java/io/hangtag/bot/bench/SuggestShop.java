package io.hangtag.bot.bench;

import io.hangtag.core.Core;
import io.hangtag.core.CoreConfig;
import io.hangtag.core.importing.ImportReport;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.suggestion.Suggestion;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.ScratchDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// A team with the products of an export, and media that are put into it.
record SuggestShop(ScratchDatabase database, Core core, WorkspaceId workspace)
    implements AutoCloseable {

  static SuggestShop of(Path export) throws IOException {
    try (InputStream file = new GZIPInputStream(Files.newInputStream(export))) {
      return of(file);
    }
  }

  static SuggestShop of(InputStream export) {
    ScratchDatabase database = ScratchDatabase.create();
    Core core =
        Core.open(
            new CoreConfig.External(database.url(), database.user(), database.password()),
            InstantSource.system());
    WorkspaceId workspace =
        core.workspaces().named("bench", ZoneOffset.UTC, Currency.getInstance("USD")).id();
    ImportReport _ = core.productImport().importShopify(workspace, export, _ -> {});
    database.dsl().execute("vacuum analyze");
    return new SuggestShop(database, core, workspace);
  }

  MediaId media(@Nullable String fileName, @Nullable String caption) {
    return new MediaId(
        database
            .dsl()
            .fetchSingle(
                "insert into media_items (workspace_id, kind, telegram_file_unique_id, file_name,"
                    + " caption) values (?, 'photo', gen_random_uuid()::text, ?, ?) returning id",
                workspace.value(),
                fileName,
                caption)
            .get(0, Long.class));
  }

  /// Products by handle.
  Map<String, Long> products() {
    return database
        .dsl()
        .fetch("select handle, id from products where handle is not null")
        .intoMap(row -> row.get(0, String.class), row -> row.get(1, Long.class));
  }

  void links(MediaId media, Collection<Long> products) {
    database
        .dsl()
        .execute(
            "insert into media_product_links (workspace_id, media_item_id, product_id, linked_at)"
                + " select ?, ?, product, now() from unnest(?::bigint[]) as p (product)",
            workspace.value(),
            media.value(),
            products.toArray(Long[]::new));
  }

  void forgets(MediaId media) {
    run("delete from media_product_links where media_item_id = " + media);
    run("delete from media_items where id = " + media);
  }

  /// All that anything speaks for, likely or not.
  List<Suggestion> candidates(MediaId media) {
    return core.suggestions().candidates(workspace, media);
  }

  static List<String> handles(List<Suggestion> suggestions) {
    return suggestions.stream()
        .map(suggestion -> Objects.requireNonNull(suggestion.product().handle()))
        .toList();
  }

  void run(String statement) {
    int _ = database.dsl().execute(statement);
  }

  @Override
  public void close() {
    core.close();
    database.close();
  }
}
