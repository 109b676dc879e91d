package io.hangtag.core.attribution;

import io.hangtag.core.SampleTeam;
import java.util.List;
import org.jooq.DSLContext;

/// The rules with equal parts as one statement, made from the documents and not from the engine.
final class SqlAttribution {
  private static final String STATEMENT =
      """
      with shown as (
        select p.id as post, p.posted_at, l.product_id, m.media_item_id, min(m.position) as place
        from posts p
        join post_media m on m.workspace_id = p.workspace_id and m.post_id = p.id
        join media_product_links l
          on l.workspace_id = m.workspace_id and l.media_item_id = m.media_item_id
        where p.workspace_id = ? and p.status = 'posted' and l.link_type <> 'suggested'
          and coalesce(l.unlink_reason, 'ended') = 'ended'
          and p.posted_at >= coalesce(l.effective_from, '-infinity')
          and p.posted_at < coalesce(l.effective_to, 'infinity')
        group by p.id, p.posted_at, l.product_id, m.media_item_id),
      touches as (
        select post, posted_at, product_id, count(*) as media from shown group by 1, 2, 3),
      shares as (
        select o.name, l.position, l.net_minor, t.post, t.product_id, t.media,
          count(*) over line as touches,
          row_number() over (line order by t.posted_at, t.post) as rank
        from order_lines l
        join orders o on o.workspace_id = l.workspace_id and o.id = l.order_id
        join touches t on t.product_id = l.product_id and t.posted_at <= l.ordered_at
          and l.ordered_at < t.posted_at + make_interval(hours => ?)
        where l.workspace_id = ? and l.exclusion is null
        window line as (partition by l.order_id, l.position)),
      parts as (
        select shares.*, net_minor / touches
          + case when rank <= net_minor % touches then 1 else 0 end as part
        from shares)
      select p.name || '/' || p.position || ' ' || p.post || ' ' || s.media_item_id || ' '
        || p.part / p.media + case when row_number() over (
             partition by p.name, p.position, p.post order by s.place) <= p.part % p.media
             then 1 else 0 end
      from parts p
      join shown s on s.post = p.post and s.product_id = p.product_id
      """;

  private SqlAttribution() {}

  /// `ORDER/LINE POST MEDIA MINOR` of every credit, in no order.
  static List<String> credits(DSLContext db, SampleTeam team, Window window) {
    return db.fetch(STATEMENT, team.id().value(), window.hours(), team.id().value())
        .into(String.class);
  }
}
