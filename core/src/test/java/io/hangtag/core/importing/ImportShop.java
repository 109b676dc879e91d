package io.hangtag.core.importing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.core.catalog.CatalogueWords;
import io.hangtag.core.catalog.Products;
import io.hangtag.core.linking.Linking;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.Database;
import io.hangtag.db.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;

/// A team with an empty catalogue, into which a test imports, and what is in it afterwards.
final class ImportShop {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final DSLContext db;
  private final WorkspaceId workspace;

  private ImportShop(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace;
  }

  static Database open(TestDatabase database) {
    return Database.open(database.url(), database.user(), database.password());
  }

  static ImportShop in(Database database) {
    return in(database, "USD");
  }

  static ImportShop in(Database database, String currency) {
    Object id =
        Objects.requireNonNull(
            database
                .dsl()
                .fetchValue(
                    "insert into workspaces (name, timezone, currency)"
                        + " values (gen_random_uuid()::text, 'UTC', ?) returning id",
                    currency));
    return new ImportShop(database.dsl(), new WorkspaceId((Long) id));
  }

  WorkspaceId workspace() {
    return workspace;
  }

  @CanIgnoreReturnValue
  ImportReport imports(String file) {
    return importsAt(NOON, file);
  }

  @CanIgnoreReturnValue
  ImportReport importsAt(Instant time, String file) {
    return imports(time, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }

  @CanIgnoreReturnValue
  ImportReport imports(byte[] file) {
    return imports(NOON, new ByteArrayInputStream(file));
  }

  @CanIgnoreReturnValue
  ImportReport imports(InputStream file) {
    return imports(NOON, file);
  }

  private ImportReport imports(Instant time, InputStream file) {
    return on(db, Clock.fixed(time, ZoneOffset.UTC)).importShopify(workspace, file, _ -> {});
  }

  /// Imports from Printify.
  @CanIgnoreReturnValue
  ImportReport prints(String file) {
    return on(db, Clock.fixed(NOON, ZoneOffset.UTC))
        .importPrintify(
            workspace, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), _ -> {});
  }

  static ProductImport on(DSLContext db, Clock clock) {
    return new ProductImport(
        db, new Linking(db, new Products(db), clock), new CatalogueWords(db), clock);
  }

  /// `handle: title`, by handle.
  List<String> products() {
    return strings("handle || ': ' || title", "products", "handle");
  }

  /// `title sku price`, in the shop's order; a dash for what there is not.
  List<String> variantsOf(String handle) {
    return db.fetch(
            """
            select v.title || ' ' || coalesce(v.sku, '-') || ' '
              || coalesce(v.price_minor::text, '-')
            from product_variants v
            join products p on p.workspace_id = v.workspace_id and p.id = v.product_id
            where p.workspace_id = ? and p.handle = ?
            order by v.position, v.id
            """,
            workspace.value(),
            handle)
        .into(String.class);
  }

  /// A value of the product, as text.
  String product(String handle, String expression) {
    return db.fetch(
            "select coalesce((%s)::text, 'null') from products where workspace_id = ? and handle = ?"
                .formatted(expression),
            workspace.value(),
            handle)
        .into(String.class)
        .toString();
  }

  List<String> strings(String expression, String table, String order) {
    return db.fetch(
            "select %s from %s where workspace_id = ? order by %s"
                .formatted(expression, table, order),
            workspace.value())
        .into(String.class);
  }

  @CanIgnoreReturnValue
  int execute(String sql) {
    return db.execute(sql, workspace.value());
  }

  long catalogVersion() {
    return (Long)
        Objects.requireNonNull(
            db.fetchValue(
                "select catalog_version from workspaces where id = ?", workspace.value()));
  }
}
