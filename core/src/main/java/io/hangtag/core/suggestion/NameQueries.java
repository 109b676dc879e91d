package io.hangtag.core.suggestion;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.team.WorkspaceId;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Which products have a name.
final class NameQueries {
  private final DSLContext db;

  NameQueries(DSLContext db) {
    this.db = db;
  }

  /// Products with one of these SKUs, barcodes, titles or handles, all folded; each as often as it
  /// has one.
  Found named(WorkspaceId workspace, Collection<String> skus, Collection<String> names) {
    return new Found(
        db.fetch(
                """
                select v.product_id, 'sku' as kind, v.sku_folded as key, min(v.sku) as said
                from product_variants v
                where v.workspace_id = ? and v.sku_folded = any(?)
                group by v.product_id, v.sku_folded
                union all
                select v.product_id, 'sku', v.barcode_folded, min(v.barcode)
                from product_variants v
                where v.workspace_id = ? and v.barcode_folded = any(?)
                group by v.product_id, v.barcode_folded
                union all
                select p.id, 'title', p.title_folded, p.title
                from products p
                where p.workspace_id = ? and p.title_folded = any(?) and p.deleted_at is null
                union all
                select p.id, 'handle', p.handle_folded, p.handle
                from products p
                where p.workspace_id = ? and p.handle_folded = any(?) and p.deleted_at is null
                order by 1, 2, 3
                limit 500
                """,
                workspace.value(),
                skus.toArray(String[]::new),
                workspace.value(),
                skus.toArray(String[]::new),
                workspace.value(),
                names.toArray(String[]::new),
                workspace.value(),
                names.toArray(String[]::new))
            .map(NameQueries::name));
  }

  /// Products whose title is one of these words when its own are written together.
  List<Name> titledTogether(WorkspaceId workspace, Collection<String> words) {
    return db.fetch(
            """
            select p.id as product_id, 'title' as kind, replace(p.title_folded, ' ', '') as key, p.title as said
            from products p
            where p.workspace_id = ? and replace(p.title_folded, ' ', '') = any(?) and p.deleted_at is null
            order by p.id
            limit 100
            """,
            workspace.value(),
            words.toArray(String[]::new))
        .map(NameQueries::name);
  }

  /// Products that have one of these words as a piece of a SKU, between its dashes. A word that
  /// very many SKUs have is left out.
  List<Name> withSkuPart(WorkspaceId workspace, Collection<String> words) {
    return db.fetch(
            """
            select v.product_id, 'part' as kind, w.word as key, min(v.sku) as said
            from unnest(?::text[]) as w (word)
            cross join lateral (
              select product_id, sku from product_variants
              where workspace_id = ? and sku_folded like '%' || w.word || '%'
              limit 300) v
            join products p on p.workspace_id = ? and p.id = v.product_id and p.deleted_at is null
            where v.sku ~* ('(^|[^[:alnum:]])' || w.word || '($|[^[:alnum:]])')
            group by w.word, v.product_id
            order by w.word, v.product_id
            limit 500
            """,
            words.toArray(String[]::new), workspace.value(), workspace.value())
        .map(NameQueries::name);
  }

  /// A text as SKUs are compared; empty if nothing is left.
  String foldSku(String text) {
    return db.fetchSingle("select coalesce(fold_sku(?), '') as folded", text)
        .get("folded", String.class);
  }

  private static Name name(Record row) {
    return new Name(
        new ProductId(row.get("product_id", Long.class)),
        row.get("kind", String.class),
        row.get("key", String.class),
        row.get("said", String.class));
  }

  /// What [#named] found.
  record Found(List<Name> names) {
    List<Name> ofKind(String kind) {
      return names.stream().filter(name -> name.kind().equals(kind)).toList();
    }
  }

  /// A name of a product.
  ///
  /// @param kind sku, title, handle or part
  /// @param key folded, as it was asked for
  /// @param said as the catalogue writes it
  record Name(ProductId product, String kind, String key, String said) {}
}
