package io.hangtag.core.suggestion;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Products that are in the same media again and again, and those that a team links often.
final class TogetherQueries {
  private final DSLContext db;

  TogetherQueries(DSLContext db) {
    this.db = db;
  }

  /// Products that are in at least two other media together with one of the media's own.
  List<Together> withThoseOf(WorkspaceId workspace, MediaId media) {
    return db.fetch(
            """
            with known as materialized (
              select product_id from media_product_links
              where workspace_id = ? and media_item_id = ? and unlinked_at is null and is_confirmed
              order by id limit 10
            ), shown as materialized (
              select k.product_id as known, l.media_item_id
              from known k
              cross join lateral (
                select media_item_id from media_product_links
                where workspace_id = ? and product_id = k.product_id and unlinked_at is null
                  and is_confirmed and media_item_id <> ?
                order by id desc limit 400) l
            ), sizes as (
              select known, count(*) as media from shown group by known
            ), pairs as (
              select s.known, l.product_id, count(*)::int as both_shown
              from shown s
              join media_product_links l on l.workspace_id = ? and l.media_item_id = s.media_item_id
                and l.unlinked_at is null and l.is_confirmed
              where l.product_id not in (select product_id from known)
              group by s.known, l.product_id
              having count(*) >= 2
            ), best as materialized (
              select product_id from pairs p join sizes z on z.known = p.known
              group by product_id
              order by sum(p.both_shown / (z.media + 5.0)) desc, product_id limit 100
            ), counted as materialized (
              select b.product_id, (select count(*) from (
                  select from media_product_links l
                  where l.workspace_id = ? and l.product_id = b.product_id and l.unlinked_at is null
                    and l.is_confirmed
                  limit 400) as c)::int as media
              from best b
            )
            select p.product_id, other.title, p.known, known.title as known_title, p.both_shown,
              z.media::int as known_media, c.media as product_media
            from pairs p
            join counted c on c.product_id = p.product_id
            join sizes z on z.known = p.known
            join products other on other.workspace_id = ? and other.id = p.product_id
            join products known on known.workspace_id = ? and known.id = p.known
            order by p.product_id, p.known
            """,
            workspace.value(),
            media.value(),
            workspace.value(),
            media.value(),
            workspace.value(),
            workspace.value(),
            workspace.value(),
            workspace.value())
        .map(TogetherQueries::together);
  }

  /// The products of a media item, the first linked first.
  List<Known> knownOf(WorkspaceId workspace, MediaId media, int limit) {
    return db.fetch(
            """
            select p.id, p.title from media_product_links l
            join products p on p.workspace_id = l.workspace_id and p.id = l.product_id
            where l.workspace_id = ? and l.media_item_id = ? and l.unlinked_at is null and l.is_confirmed
            order by l.id limit ?
            """,
            workspace.value(),
            media.value(),
            limit)
        .map(row -> new Known(row.get("id", Long.class), row.get("title", String.class)));
  }

  /// A product that is linked.
  record Known(long id, String title) {}

  /// The newest media without the product that show one which is often together with it.
  List<OtherMedia> mediaWithThoseNear(WorkspaceId workspace, ProductId product) {
    return db.fetch(
            """
            with shown as materialized (
              select media_item_id from media_product_links
              where workspace_id = ? and product_id = ? and unlinked_at is null and is_confirmed
              order by id desc limit 400
            ), near as (
              select l.product_id, count(*)::int as both_shown
              from shown s
              join media_product_links l on l.workspace_id = ? and l.media_item_id = s.media_item_id
                and l.unlinked_at is null and l.is_confirmed
              where l.product_id <> ?
              group by l.product_id
              having count(*) >= 2
              order by count(*) desc, l.product_id limit 10
            ), sized as (
              select n.product_id, n.both_shown, (select count(*) from (
                  select from media_product_links l
                  where l.workspace_id = ? and l.product_id = n.product_id and l.unlinked_at is null
                    and l.is_confirmed
                  limit 400) as c)::int as known_media
              from near n
            )
            select l.media_item_id, own.id as product_id, own.title, s.product_id as known,
              p.title as known_title, s.both_shown, s.known_media,
              (select count(*) from shown)::int as product_media
            from sized s
            cross join lateral (
              select media_item_id from media_product_links
              where workspace_id = ? and product_id = s.product_id and unlinked_at is null
                and is_confirmed
              order by id desc limit 30) l
            join media_items m on m.workspace_id = ? and m.id = l.media_item_id and m.is_active
              and m.merged_into is null
            join products p on p.workspace_id = ? and p.id = s.product_id
            join products own on own.workspace_id = p.workspace_id and own.id = ?
            where l.media_item_id not in (select media_item_id from shown)
            order by l.media_item_id desc, s.product_id
            limit 100
            """,
            workspace.value(),
            product.value(),
            workspace.value(),
            product.value(),
            workspace.value(),
            workspace.value(),
            workspace.value(),
            workspace.value(),
            product.value())
        .map(row -> new OtherMedia(row.get("media_item_id", Long.class), together(row)));
  }

  /// Media that show the known one of two products.
  record OtherMedia(long media, Together pair) {}

  /// Of the newest links of a team, how many are to each product; those with most.
  List<Neighbour> favourites(WorkspaceId workspace) {
    return db.fetch(
            """
            with lately as materialized (
              select product_id from media_product_links
              where workspace_id = ? and unlinked_at is null and is_confirmed
              order by linked_at desc, id desc limit 500
            )
            select product_id as other, count(*)::int as shows,
              (select count(*) from lately)::int as media
            from lately group by product_id
            order by shows desc, product_id limit 10
            """,
            workspace.value())
        .map(
            row ->
                new Neighbour(
                    row.get("other", Long.class),
                    row.get("shows", Integer.class),
                    row.get("media", Integer.class),
                    ""));
  }

  private static Together together(Record row) {
    return new Together(
        row.get("product_id", Long.class),
        row.get("title", String.class),
        row.get("known", Long.class),
        row.get("known_title", String.class),
        row.get("both_shown", Integer.class),
        row.get("known_media", Integer.class),
        row.get("product_media", Integer.class));
  }
}
