package io.hangtag.bot.bench;

import io.hangtag.core.Core;
import io.hangtag.core.CoreConfig;
import io.hangtag.core.team.Workspace;
import io.hangtag.db.ScratchDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/// The same products in a team's catalogue and in everything it is compared with.
record FilledCatalogue(
    ScratchDatabase database,
    Core core,
    HangtagSearch hangtag,
    PlainSql plain,
    LuceneSearch lucene,
    Path luceneFolder)
    implements AutoCloseable {

  /// @param rows how many products; more than there are documents: with altered copies
  static FilledCatalogue of(List<Document> documents, int rows) throws IOException {
    ScratchDatabase database = ScratchDatabase.create();
    Core core =
        Core.open(
            new CoreConfig.External(database.url(), database.user(), database.password()),
            InstantSource.system());
    Workspace workspace =
        core.workspaces().named("bench", ZoneOffset.UTC, Currency.getInstance("USD"));
    var report =
        core.productImport()
            .importShopify(
                workspace.id(), ShopExport.of(ShopExport.documents(documents, rows)), _ -> {});
    if (report.created() != rows) {
      throw new IllegalStateException(
          "%d of %d products were imported, not for example %s"
              .formatted(report.created(), rows, report.rejected().getFirst()));
    }
    // What autovacuum does in a service that has been running for a while.
    database.dsl().execute("vacuum analyze");
    Path folder = Files.createTempDirectory("hangtag-bench-");
    return new FilledCatalogue(
        database,
        core,
        new HangtagSearch(core.search(), workspace.id()),
        PlainSql.over(database.dsl()),
        LuceneSearch.over(ShopExport.documents(documents, rows), folder),
        folder);
  }

  /// Ours first.
  List<SearchMethod> methods() {
    return Stream.of(Stream.of(hangtag), plain.methods().stream(), Stream.of(lucene))
        .<SearchMethod>flatMap(method -> method)
        .toList();
  }

  @Override
  public void close() throws IOException {
    lucene.close();
    FileUtils.deleteDirectory(luceneFolder.toFile());
    core.close();
    database.close();
  }
}
