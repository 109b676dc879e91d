package io.hangtag.core.suggestion;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/// What is linked to media that have something to do with one: the products of each of `near`.
final class NeighbourQueries {
  /// What follows a part named `near` with `media_item_id` and `what`.
  private static final String PRODUCTS =
      """
      , shown as materialized (
        select distinct n.what, l.media_item_id, l.product_id
        from near n
        join media_product_links l on l.workspace_id = ? and l.media_item_id = n.media_item_id
          and l.unlinked_at is null and l.is_confirmed
      ), sizes as (
        select what, count(distinct media_item_id)::int as media from shown group by what
      ), counted as (
        select distinct on (s.product_id) s.product_id, count(*)::int as shows, z.media, s.what
        from shown s
        join sizes z on z.what = s.what
        group by s.product_id, s.what, z.media
        order by s.product_id, count(*)::float8 / (z.media + 5) desc, s.what
      )
      select product_id as other, shows, media, what from counted
      order by shows::float8 / (media + 5) desc, product_id
      limit 30
      """;

  private final DSLContext db;

  NeighbourQueries(DSLContext db) {
    this.db = db;
  }

  /// Products in the other pictures of its albums.
  List<Neighbour> inAlbum(WorkspaceId workspace, MediaId media) {
    return db.fetch(
            """
            with near as (
              select distinct other.media_id as media_item_id, '' as what
              from media_messages own
              join media_messages other on other.workspace_id = own.workspace_id
                and other.album_id = own.album_id and other.media_id <> own.media_id
              where own.workspace_id = ? and own.media_id = ?
            )
            """
                + PRODUCTS,
            workspace.value(),
            media.value(),
            workspace.value())
        .map(NeighbourQueries::neighbour);
  }

  /// Other pictures of the albums in which the product is.
  List<Neighbour> albumsWith(WorkspaceId workspace, ProductId product) {
    return db.fetch(
            """
            with shown as materialized (
              select media_item_id from media_product_links
              where workspace_id = ? and product_id = ? and unlinked_at is null and is_confirmed
              order by id desc limit 500
            ), albums as (
              select distinct m.album_id, m.media_id
              from shown s
              join media_messages m on m.workspace_id = ? and m.media_id = s.media_item_id
              where m.album_id is not null
            ), linked as (
              select a.album_id, count(distinct m.media_id)::int as media,
                count(distinct a.media_id)::int as shows
              from albums a
              join media_messages m on m.workspace_id = ? and m.album_id = a.album_id
              join media_product_links l on l.workspace_id = m.workspace_id
                and l.media_item_id = m.media_id and l.unlinked_at is null and l.is_confirmed
              group by a.album_id
            )
            select distinct on (m.media_id) m.media_id as other, k.shows, k.media, '' as what
            from linked k
            join media_messages m on m.workspace_id = ? and m.album_id = k.album_id
            join media_items i on i.workspace_id = m.workspace_id and i.id = m.media_id
              and i.is_active and i.merged_into is null
            where m.media_id not in (select media_item_id from shown)
            order by m.media_id, k.shows desc, k.media
            limit 50
            """,
            workspace.value(),
            product.value(),
            workspace.value(),
            workspace.value(),
            workspace.value())
        .map(NeighbourQueries::neighbour);
  }

  /// Products in the newest media of its category, and in those with one of its tags. A tag that
  /// more than 400 media have tells nothing.
  List<Neighbour> alike(WorkspaceId workspace, MediaId media) {
    return db.fetch(
            """
            with own as materialized (
              select id, category, tags from media_items where workspace_id = ? and id = ?
            ), in_category as (
              select m.id, m.category from own
              cross join lateral (
                select id, category from media_items
                where workspace_id = ? and category = own.category and id <> own.id
                order by id desc limit 300) m
            ), own_tags as materialized (
              select t.tag from own cross join unnest(own.tags) as t (tag)
              where (select count(*) from (
                  select from media_items m where m.workspace_id = ? and m.tags @> array[t.tag]
                  limit 401) as c) <= 400
              order by t.tag limit 8
            ), with_tag as (
              select m.id, t.tag from own_tags t
              join media_items m on m.workspace_id = ? and m.tags @> array[t.tag]
                and m.id <> (select id from own)
            ), near as (
              select id as media_item_id, 'category ' || category as what from in_category
              union all
              select id, 'tag ' || tag from with_tag
            )
            """
                + PRODUCTS,
            workspace.value(),
            media.value(),
            workspace.value(),
            workspace.value(),
            workspace.value(),
            workspace.value())
        .map(NeighbourQueries::neighbour);
  }

  /// The newest media of the categories, and with the tags, in which the product is most.
  List<Neighbour> alikeWith(WorkspaceId workspace, ProductId product) {
    return db.fetch(
            """
            with shown as materialized (
              select l.media_item_id as id, m.category, m.tags
              from media_product_links l
              join media_items m on m.workspace_id = l.workspace_id and m.id = l.media_item_id
              where l.workspace_id = ? and l.product_id = ? and l.unlinked_at is null and l.is_confirmed
              order by l.id desc limit 500
            ), labels as (
              select category, null as tag, count(*)::int as shows from shown
              where category is not null group by category
              union all
              select null, t.tag, count(*)::int from shown s cross join unnest(s.tags) as t (tag)
              group by t.tag
              having (select count(*) from (
                  select from media_items m where m.workspace_id = ? and m.tags @> array[t.tag]
                  limit 401) as c) <= 400
            ), telling as (
              select category, tag, shows from labels order by shows desc, category, tag limit 6
            ), near as (
              select t.category, t.tag, t.shows, m.id,
                exists (select from media_product_links l
                  where l.workspace_id = ? and l.media_item_id = m.id and l.unlinked_at is null
                    and l.is_confirmed) as linked
              from telling t
              cross join lateral (
                (select id from media_items
                where workspace_id = ? and category = t.category and is_active and merged_into is null
                order by id desc limit 300)
                union all
                (select id from media_items
                where t.tag is not null and workspace_id = ? and tags @> array[t.tag]
                  and is_active and merged_into is null)) m
            ), sized as (
              select category, tag, shows, id, linked,
                greatest((count(*) filter (where linked) over (partition by category, tag))::int, shows) as media
              from near
            )
            select distinct on (id) id as other, shows, media,
              coalesce('category ' || category, 'tag ' || tag) as what
            from sized
            where id not in (select id from shown)
            order by id desc, shows::float8 / (media + 5) desc, category, tag
            limit 50
            """,
            workspace.value(),
            product.value(),
            workspace.value(),
            workspace.value(),
            workspace.value(),
            workspace.value())
        .map(NeighbourQueries::neighbour);
  }

  /// Products in what the same person sent on the same day of the team's calendar.
  List<Neighbour> onDay(WorkspaceId workspace, MediaId media) {
    return db.fetch(
            """
            with own as materialized (
              select m.id, m.created_by_user_id as sender,
                date_trunc('day', m.created_at, w.timezone) as day
              from media_items m join workspaces w on w.id = m.workspace_id
              where m.workspace_id = ? and m.id = ? and m.created_by_user_id is not null
            ), near as (
              select m.id as media_item_id, '' as what
              from own
              join media_items m on m.workspace_id = ? and m.created_by_user_id = own.sender
                and m.created_at >= own.day and m.created_at < own.day + interval '25 hours'
                and m.id <> own.id
              order by m.id desc limit 200
            )
            """
                + PRODUCTS,
            workspace.value(),
            media.value(),
            workspace.value(),
            workspace.value())
        .map(NeighbourQueries::neighbour);
  }

  /// What the same person sent on the days of what shows the product.
  List<Neighbour> daysWith(WorkspaceId workspace, ProductId product) {
    return db.fetch(
            """
            with shown as materialized (
              select l.media_item_id as id, m.created_by_user_id as sender,
                date_trunc('day', m.created_at, w.timezone) as day
              from media_product_links l
              join media_items m on m.workspace_id = l.workspace_id and m.id = l.media_item_id
              join workspaces w on w.id = l.workspace_id
              where l.workspace_id = ? and l.product_id = ? and l.unlinked_at is null and l.is_confirmed
                and m.created_by_user_id is not null
              order by l.id desc limit 200
            ), days as (
              select sender, day, count(*)::int as shows from shown group by sender, day
              order by day desc, sender limit 10
            ), near as (
              select d.shows, d.sender, d.day, m.id,
                exists (select from media_product_links l
                  where l.workspace_id = ? and l.media_item_id = m.id and l.unlinked_at is null
                    and l.is_confirmed) as linked
              from days d
              join media_items m on m.workspace_id = ? and m.created_by_user_id = d.sender
                and m.created_at >= d.day and m.created_at < d.day + interval '25 hours'
                and m.is_active and m.merged_into is null
            ), sized as (
              select id, shows,
                greatest((count(*) filter (where linked) over (partition by sender, day))::int, shows) as media
              from near
            )
            select distinct on (id) id as other, shows, media, '' as what
            from sized
            where id not in (select id from shown)
            order by id desc, shows::float8 / (media + 2) desc
            limit 50
            """,
            workspace.value(),
            product.value(),
            workspace.value(),
            workspace.value())
        .map(NeighbourQueries::neighbour);
  }

  private static Neighbour neighbour(Record row) {
    return new Neighbour(
        row.get("other", Long.class),
        row.get("shows", Integer.class),
        row.get("media", Integer.class),
        row.get("what", String.class));
  }
}
