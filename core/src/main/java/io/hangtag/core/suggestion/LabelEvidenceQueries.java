package io.hangtag.core.suggestion;

import io.hangtag.core.team.WorkspaceId;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Categories, types and tags that media and products share.
final class LabelEvidenceQueries {
  private final DSLContext db;

  LabelEvidenceQueries(DSLContext db) {
    this.db = db;
  }

  /// Products with one of the tags, those with the rarest first. A tag that more than 500 products
  /// have tells nothing.
  List<Shared> productsTagged(WorkspaceId workspace, Collection<String> tags) {
    return db.fetch(
            """
            with given as (
              select distinct on (folded) fold_sku(tag) as folded, tag
              from unnest(?::text[]) as t (tag)
              where fold_sku(tag) is not null order by folded, tag
            ), counted as materialized (
              select g.folded, g.tag, (select count(*) from (
                  select from products p
                  where p.workspace_id = ? and p.tags_folded @> array[g.folded] and p.deleted_at is null
                  limit 501) as c) as n
              from given g
            ), telling as materialized (
              select folded, tag, n from counted where n between 1 and 500 order by n, folded limit 5
            )
            select p.id as other, 1 - exp(sum(ln(greatest(1 - 1.0 / t.n, 0.000001)))) as score,
              array_agg(t.tag order by t.n, t.tag) as labels
            from telling t
            join products p on p.workspace_id = ? and p.tags_folded @> array[t.folded]
              and p.deleted_at is null
            group by p.id
            order by score desc, p.id limit 20
            """,
            tags.toArray(String[]::new),
            workspace.value(),
            workspace.value())
        .map(LabelEvidenceQueries::shared);
  }

  /// The newest media with one of the tags of a product, those with the rarest first.
  List<Shared> mediaTagged(WorkspaceId workspace, Collection<String> tags) {
    return db.fetch(
            """
            with given as (
              select distinct fold_sku(tag) as folded, tag from unnest(?::text[]) as t (tag)
              where fold_sku(tag) is not null
            ), counted as materialized (
              select g.folded, g.tag, (select count(*) from (
                  select from products p
                  where p.workspace_id = ? and p.tags_folded @> array[g.folded] and p.deleted_at is null
                  limit 501) as c) as n
              from given g
            ), spelled as (
              select tag, folded from counted
              union select lower(tag), folded from counted
              union select folded, folded from counted
            ), found as (
              select m.id, m.tags from media_items m
              where m.workspace_id = ? and m.tags && array(select tag from spelled)
                and m.is_active and m.merged_into is null
              order by m.id desc limit 200
            )
            select f.id as other, 1 - exp(sum(ln(greatest(1 - 1.0 / c.n, 0.000001)))) as score,
              array_agg(c.tag order by c.n, c.tag) as labels
            from found f
            join counted c on c.folded = any(fold_tags(f.tags)) and c.n between 1 and 500
            group by f.id
            order by score desc, f.id desc limit 30
            """,
            tags.toArray(String[]::new),
            workspace.value(),
            workspace.value())
        .map(LabelEvidenceQueries::shared);
  }

  /// Products whose type has all words of the category; of many those that are linked most.
  List<Shared> productsOfType(WorkspaceId workspace, String category) {
    return db.fetch(
            """
            with typed as materialized (
              select p.id from products p
              where p.workspace_id = ? and searchable_words(p.product_type) @@ whole_words(?)
                and p.deleted_at is null and p.status = 'active'
              limit 501
            )
            select t.id as other, 1.0 / (select count(*) from typed) as score, array[]::text[] as labels
            from typed t
            where (select count(*) from typed) <= 500
            order by t.id limit 20
            """,
            workspace.value(),
            category)
        .map(LabelEvidenceQueries::shared);
  }

  /// The newest media of each category whose words a type has all.
  List<Shared> mediaOfType(WorkspaceId workspace, String type) {
    return db.fetch(
            """
            with recursive categories as (
              (select category from media_items
                where workspace_id = ? and category is not null order by category limit 1)
              union all
              select (select m.category from media_items m
                where m.workspace_id = ? and m.category > c.category order by m.category limit 1)
              from categories c where c.category is not null
            ), fitting as (
              select category from categories
              where category is not null and searchable_words(?) @@ whole_words(category) limit 5
            ), typed as (
              select f.category, (select count(*) from (
                  select from products p
                  where p.workspace_id = ? and searchable_words(p.product_type) @@ whole_words(f.category)
                    and p.deleted_at is null
                  limit 501) as c) as n
              from fitting f
            )
            select m.id as other, 1.0 / greatest(t.n, 1) as score, array[t.category] as labels
            from typed t
            cross join lateral (
              select id from media_items
              where workspace_id = ? and category = t.category and is_active and merged_into is null
              order by id desc limit 20) m
            where t.n <= 500
            order by score desc, m.id desc limit 30
            """,
            workspace.value(),
            workspace.value(),
            type,
            workspace.value(),
            workspace.value())
        .map(LabelEvidenceQueries::shared);
  }

  private static Shared shared(Record row) {
    return new Shared(
        row.get("other", Long.class),
        row.get("score", Double.class),
        List.of(row.get("labels", String[].class)));
  }

  /// A product of media, or media of a product.
  ///
  /// @param labels what they share
  record Shared(long other, double score, List<String> labels) {}
}
