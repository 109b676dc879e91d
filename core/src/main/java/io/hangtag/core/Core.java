package io.hangtag.core;

import io.hangtag.core.attribution.Attribution;
import io.hangtag.core.attribution.AttributionJobs;
import io.hangtag.core.catalog.CatalogueQuality;
import io.hangtag.core.catalog.CatalogueWords;
import io.hangtag.core.catalog.ProductSearch;
import io.hangtag.core.catalog.Products;
import io.hangtag.core.importing.AdSpendImport;
import io.hangtag.core.importing.MediaFolderImport;
import io.hangtag.core.importing.OrderImport;
import io.hangtag.core.importing.PostImport;
import io.hangtag.core.importing.ProductImport;
import io.hangtag.core.inbox.Answers;
import io.hangtag.core.inbox.Inbox;
import io.hangtag.core.inbox.Outbox;
import io.hangtag.core.insight.Insights;
import io.hangtag.core.insight.Performance;
import io.hangtag.core.insight.Rankings;
import io.hangtag.core.linking.LinkMerging;
import io.hangtag.core.linking.Linking;
import io.hangtag.core.linking.SuggestedLinks;
import io.hangtag.core.media.Labelling;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Picks;
import io.hangtag.core.menu.Menus;
import io.hangtag.core.merging.MediaMerging;
import io.hangtag.core.picture.Pictures;
import io.hangtag.core.posting.PostingHistory;
import io.hangtag.core.sales.OrderQuality;
import io.hangtag.core.suggestion.FileNames;
import io.hangtag.core.suggestion.Suggestions;
import io.hangtag.core.team.Team;
import io.hangtag.core.team.Workspaces;
import io.hangtag.db.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/// The one door to everything that is not Telegram: opens the database and closes it.
///
/// Safe for use by many threads.
public final class Core implements AutoCloseable {
  private final Database database;
  private final InstantSource clock;
  private final Products products;
  private final ProductSearch search;
  private final MediaLibrary media;
  private final Suggestions suggestions;

  private Core(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.products = new Products(database.dsl());
    this.search = new ProductSearch(database.dsl());
    this.media = new MediaLibrary(database.dsl(), clock);
    this.suggestions =
        new Suggestions(
            database.dsl(), products, search, new SuggestedLinks(database.dsl(), products, clock));
  }

  /// Opens the database, brings its schema up to date and is ready.
  public static Core open(CoreConfig config, InstantSource clock) {
    return switch (config) {
      case CoreConfig.External(String url, String user, String password) ->
          new Core(Database.open(url, user, password), clock);
      case CoreConfig.Embedded(Path dataDir) -> new Core(Database.openEmbedded(dataDir), clock);
    };
  }

  /// Does several things at once or not at all: an exception takes all of it back.
  public <T> T together(Supplier<T> work) {
    return database.dsl().transactionResult(() -> work.get());
  }

  /// Does one thing with the database that is worth nothing when it comes late.
  ///
  /// @param longest for each statement, waiting for locks included; a longer one is broken off and
  ///     throws
  public <T> T briefly(Duration longest, Supplier<T> work) {
    return database
        .dsl()
        .transactionResult(
            () -> {
              new DeadlineQueries(database.dsl()).limitStatements(longest);
              return work.get();
            });
  }

  public Workspaces workspaces() {
    return new Workspaces(database.dsl());
  }

  public Team team() {
    return new Team(database.dsl(), clock);
  }

  public Products products() {
    return products;
  }

  public ProductSearch search() {
    return search;
  }

  public CatalogueQuality catalogueQuality() {
    return new CatalogueQuality(database.dsl());
  }

  public MediaLibrary media() {
    return media;
  }

  public Picks picks() {
    return new Picks(database.dsl(), clock);
  }

  public Pictures pictures() {
    return new Pictures(database.dsl(), clock);
  }

  public Labelling labelling() {
    return new Labelling(database.dsl());
  }

  public Linking linking() {
    return new Linking(database.dsl(), products, clock);
  }

  public SuggestedLinks suggestedLinks() {
    return new SuggestedLinks(database.dsl(), products, clock);
  }

  public Suggestions suggestions() {
    return suggestions;
  }

  public FileNames fileNames() {
    return new FileNames(database.dsl(), products);
  }

  public MediaMerging mediaMerging() {
    return new MediaMerging(database.dsl(), new LinkMerging(database.dsl(), clock), clock);
  }

  public ProductImport productImport() {
    return new ProductImport(database.dsl(), linking(), new CatalogueWords(database.dsl()), clock);
  }

  public MediaFolderImport mediaFolderImport() {
    return new MediaFolderImport(database.dsl(), pictures(), clock);
  }

  public PostImport postImport() {
    return new PostImport(database.dsl(), clock);
  }

  public AdSpendImport adSpendImport() {
    return new AdSpendImport(database.dsl(), clock);
  }

  public Attribution attribution() {
    return new Attribution(database.dsl(), clock);
  }

  public Performance performance() {
    return new Performance(database.dsl(), attribution(), clock);
  }

  public Rankings rankings() {
    return new Rankings(database.dsl(), attribution(), clock);
  }

  public OrderImport orderImport() {
    return new OrderImport(database.dsl(), clock);
  }

  public AttributionJobs attributionJobs() {
    return new AttributionJobs(database.dsl(), attribution(), clock);
  }

  public OrderQuality orderQuality() {
    return new OrderQuality(database.dsl());
  }

  public PostingHistory postingHistory() {
    return new PostingHistory(database.dsl(), clock);
  }

  public Insights insights() {
    return new Insights(database.dsl());
  }

  public Checkup checkup() {
    return new Checkup(database.dsl());
  }

  public Inbox inbox() {
    return new Inbox(database.dsl(), clock);
  }

  public Outbox outbox() {
    return new Outbox(database.dsl(), media, clock);
  }

  public Answers answers() {
    return new Answers(database.dsl(), clock);
  }

  public Menus menus() {
    return new Menus(database.dsl(), clock);
  }

  @Override
  public void close() {
    database.close();
  }
}
