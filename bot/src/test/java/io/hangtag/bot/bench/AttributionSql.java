package io.hangtag.bot.bench;

/// The rules as one statement over tables of touches and lines; PostgreSQL and DuckDB understand
/// it.
final class AttributionSql {
  private AttributionSql() {}

  /// Touches of a team: `product_id, posted_at, post_id, position, media_item_id, link_id`.
  static String touches(long workspace) {
    return """
        select l.product_id, p.posted_at, p.id as post_id, m.position, m.media_item_id, l.id as link_id
        from posts p
        join post_media m on m.workspace_id = p.workspace_id and m.post_id = p.id
        join media_product_links l on l.workspace_id = m.workspace_id and l.media_item_id = m.media_item_id
        where p.workspace_id = %d and p.status = 'posted' and l.is_confirmed
          and (l.unlinked_at is null or l.unlink_reason = 'ended')
          and (l.effective_from is null or l.effective_from <= p.posted_at)
          and (l.effective_to is null or p.posted_at < l.effective_to)
        """
        .formatted(workspace);
  }

  /// Lines that can be credited.
  static String lines(long workspace) {
    return """
        select order_id, position, product_id, ordered_at, net_minor, order_millionths, currency
        from order_lines
        where workspace_id = %d and exclusion is null and product_id is not null
        """
        .formatted(workspace);
  }

  /// The kept figures from `touches` and `lines`; both bounds on both sides, so that either table
  /// may lead.
  static String figures(long workspace, String day) {
    return """
        with credits as (
          select l.order_id, l.position as line, l.product_id, l.currency, l.ordered_at,
            l.net_minor, l.order_millionths, t.post_id, t.link_id, t.media_item_id,
            dense_rank() over touch_order as touch,
            row_number() over (partition by l.order_id, l.position, t.post_id order by t.position) as showing,
            count(*) over (partition by l.order_id, l.position, t.post_id) as showings,
            row_number() over (partition by l.order_id, l.product_id, l.currency, t.link_id
              order by t.posted_at, t.post_id, t.position, l.position) as of_link,
            row_number() over (partition by l.order_id, l.product_id, l.currency
              order by t.posted_at, t.post_id, t.position, l.position) as of_product,
            row_number() over (partition by l.order_id, l.product_id, l.currency, t.post_id, t.link_id
              order by l.position) as of_showing
          from lines l
          join touches t on t.product_id = l.product_id
            and t.posted_at <= l.ordered_at
            and t.posted_at > l.ordered_at - interval '72 hours'
            and l.ordered_at < t.posted_at + interval '72 hours'
          window touch_order as (partition by l.order_id, l.position order by t.posted_at, t.post_id)
        ), shares as (
          select *, max(touch) over (partition by order_id, line) as touches from credits
        ), parts as (
          select *,
            %3$s(net_minor, touches) + case when touch <= net_minor %% touches then 1 else 0 end as net,
            %3$s(order_millionths, touches)
              + case when touch <= order_millionths %% touches then 1 else 0 end as millionths
          from shares
        )
        select %1$d as workspace_id, product_id, %2$s as day, post_id, link_id, currency, media_item_id,
          cast(sum(%3$s(net, showings) + case when showing <= net %% showings then 1 else 0 end) as bigint),
          cast(sum(%3$s(millionths, showings)
            + case when showing <= millionths %% showings then 1 else 0 end) as bigint),
          cast(sum(case when of_showing = 1 then 1 else 0 end) as integer),
          cast(sum(case when of_link = 1 then 1 else 0 end) as integer),
          cast(sum(case when of_product = 1 then 1 else 0 end) as integer)
        from parts
        group by product_id, 3, post_id, link_id, currency, media_item_id
        """
        .formatted(workspace, day, "whole");
  }

  /// Brings the figures of the links in `bench_links` up to date from a table of kept figures.
  static String links(long workspace, String table) {
    return """
        with earned as (
          select link_id, sum(orders_of_link) as orders, sum(revenue_minor) as revenue
          from %2$s where currency = 'USD' group by link_id
        ), shown as (
          select link_id, count(*) as posts from (%1$s) t group by link_id
        )
        update bench_links b
        set posts_using_link = coalesce(s.posts, 0), attributed_orders = coalesce(e.orders, 0),
          attributed_revenue_minor = coalesce(e.revenue, 0)
        from bench_links l
        left join shown s on s.link_id = l.id
        left join earned e on e.link_id = l.id
        where b.id = l.id
        """
        .formatted(touches(workspace), table);
  }
}
