-- What posts sold.

-- The figures that are kept: credits added up by order day. Single credits are never stored; they
-- follow from orders, posts and links, and are derived again wherever they are shown.
create table credit_days (
  workspace_id bigint not null,
  product_id bigint not null,
  day date not null,
  post_id bigint not null,
  link_id bigint not null,
  currency text not null,
  media_item_id bigint not null,
  revenue_minor bigint not null,
  order_millionths bigint not null,
  orders integer not null,
  orders_of_link integer not null,
  orders_of_product integer not null,
  constraint credit_days_pk primary key (workspace_id, product_id, day, post_id, link_id, currency),
  constraint credit_days_orders_ck check (orders >= orders_of_link and orders_of_link >= 0 and orders_of_product >= 0)
);
comment on table credit_days is
  'What a link earned by a post on a day, under the team''s own model and window. Without foreign keys: it is written from what they would point at, which is never deleted, and to check them took longer than all else.';
comment on column credit_days.day is 'Of the order, in the team''s time zone.';
comment on column credit_days.order_millionths is 'Orders as fractions that add up to the number of orders.';
comment on column credit_days.orders is 'Distinct orders of which a line was credited here.';
comment on column credit_days.orders_of_link is
  'Those of them that no earlier post of the same link counts: added up they are the link''s distinct orders.';
comment on column credit_days.orders_of_product is
  'Those of them that nothing before counts for the product: added up they are the product''s distinct orders.';

create table attribution_states (
  workspace_id bigint not null,
  rules text not null,
  calculated_at timestamptz not null,
  constraint attribution_states_pk primary key (workspace_id),
  constraint attribution_states_workspace_fk foreign key (workspace_id) references workspaces (id)
);
comment on column attribution_states.rules is
  'Model, window, time zone and version of the rules that the kept figures follow; others mean that all has to be calculated again.';

-- Whatever changes a figure leaves a row here, in the same transaction; who calculates takes them.
create table attribution_changes (
  workspace_id bigint not null,
  id bigint generated always as identity,
  product_id bigint not null,
  link_id bigint,
  from_at timestamptz not null,
  to_at timestamptz not null,
  constraint attribution_changes_pk primary key (workspace_id, id),
  constraint attribution_changes_workspace_fk foreign key (workspace_id) references workspaces (id)
);
comment on table attribution_changes is 'Order lines of the product from from_at to to_at, both included, may have other credits than before.';
comment on column attribution_changes.link_id is 'The link whose posts may have changed; NULL: only orders did.';

create function note_order_lines_changed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into attribution_changes (workspace_id, product_id, from_at, to_at)
    select workspace_id, product_id, min(ordered_at), max(ordered_at)
    from after_rows where product_id is not null
    group by workspace_id, product_id, date_trunc('day', ordered_at, 'UTC');
  end if;
  if tg_op <> 'INSERT' then
    insert into attribution_changes (workspace_id, product_id, from_at, to_at)
    select workspace_id, product_id, min(ordered_at), max(ordered_at)
    from before_rows where product_id is not null
    group by workspace_id, product_id, date_trunc('day', ordered_at, 'UTC');
  end if;
  return null;
end $$;
create trigger order_lines_inserted after insert on order_lines
  referencing new table as after_rows for each statement execute function note_order_lines_changed();
create trigger order_lines_updated after update on order_lines
  referencing old table as before_rows new table as after_rows
  for each statement execute function note_order_lines_changed();
create trigger order_lines_deleted after delete on order_lines
  referencing old table as before_rows for each statement execute function note_order_lines_changed();

-- Of each link all that its media's posts may reach.
create function note_links_changed(workspace_ids bigint[], link_ids bigint[]) returns void language sql as $$
  insert into attribution_changes (workspace_id, product_id, link_id, from_at, to_at)
  select l.workspace_id, l.product_id, l.id, min(p.posted_at),
    max(p.posted_at) + make_interval(hours => min(w.attribution_window_hours))
  from (select distinct * from unnest(workspace_ids, link_ids) as c (workspace_id, link_id)) c
  join media_product_links l on l.workspace_id = c.workspace_id and l.id = c.link_id
  join post_media m on m.workspace_id = l.workspace_id and m.media_item_id = l.media_item_id
  join posts p on p.workspace_id = m.workspace_id and p.id = m.post_id
  join workspaces w on w.id = l.workspace_id
  group by l.workspace_id, l.product_id, l.id, date_trunc('day', p.posted_at, 'UTC');
$$;

create function note_links_inserted() returns trigger language plpgsql as $$
begin
  perform note_links_changed(array_agg(workspace_id), array_agg(id)) from after_rows;
  return null;
end $$;
create trigger media_product_links_inserted after insert on media_product_links
  referencing new table as after_rows for each statement execute function note_links_inserted();

-- The kept figures are written into the same rows: they are no change.
create function note_links_updated() returns trigger language plpgsql as $$
begin
  perform note_links_changed(array_agg(n.workspace_id), array_agg(n.id))
  from after_rows n
  join before_rows o on o.workspace_id = n.workspace_id and o.id = n.id
  where (o.product_id, o.media_item_id, o.link_type, o.is_confirmed, o.effective_from, o.effective_to,
      o.unlinked_at, o.unlink_reason, o.utm_tags, o.ad_campaign_id)
    is distinct from (n.product_id, n.media_item_id, n.link_type, n.is_confirmed, n.effective_from,
      n.effective_to, n.unlinked_at, n.unlink_reason, n.utm_tags, n.ad_campaign_id);
  insert into attribution_changes (workspace_id, product_id, link_id, from_at, to_at)
  select o.workspace_id, o.product_id, o.id, min(p.posted_at),
    max(p.posted_at) + make_interval(hours => min(w.attribution_window_hours))
  from before_rows o
  join after_rows n on n.workspace_id = o.workspace_id and n.id = o.id
    and (n.product_id, n.media_item_id) is distinct from (o.product_id, o.media_item_id)
  join post_media m on m.workspace_id = o.workspace_id and m.media_item_id = o.media_item_id
  join posts p on p.workspace_id = m.workspace_id and p.id = m.post_id
  join workspaces w on w.id = o.workspace_id
  group by o.workspace_id, o.product_id, o.id, date_trunc('day', p.posted_at, 'UTC');
  return null;
end $$;
create trigger media_product_links_updated after update on media_product_links
  referencing old table as before_rows new table as after_rows
  for each statement execute function note_links_updated();

-- Of a post all that its media's links may earn by it.
create function note_posts_changed(workspace_ids bigint[], media_ids bigint[], times timestamptz[])
  returns void language sql as $$
  insert into attribution_changes (workspace_id, product_id, link_id, from_at, to_at)
  select l.workspace_id, l.product_id, l.id, min(c.posted_at),
    max(c.posted_at) + make_interval(hours => min(w.attribution_window_hours))
  from unnest(workspace_ids, media_ids, times) as c (workspace_id, media_item_id, posted_at)
  join media_product_links l on l.workspace_id = c.workspace_id and l.media_item_id = c.media_item_id
  join workspaces w on w.id = l.workspace_id
  group by l.workspace_id, l.product_id, l.id, date_trunc('day', c.posted_at, 'UTC');
$$;

create function note_posts_updated() returns trigger language plpgsql as $$
begin
  perform note_posts_changed(
    array_agg(m.workspace_id), array_agg(m.media_item_id), array_agg(c.posted_at))
  from (
    select o.workspace_id, o.id, t.posted_at
    from before_rows o
    join after_rows n on n.workspace_id = o.workspace_id and n.id = o.id
    cross join lateral (values (o.posted_at), (n.posted_at)) t (posted_at)
    where (o.posted_at, o.status) is distinct from (n.posted_at, n.status)) c
  join post_media m on m.workspace_id = c.workspace_id and m.post_id = c.id;
  return null;
end $$;
create trigger posts_updated after update on posts
  referencing old table as before_rows new table as after_rows
  for each statement execute function note_posts_updated();

-- The other media of the post share with the changed ones.
create function note_post_media_changed() returns trigger language plpgsql as $$
begin
  perform note_posts_changed(
    array_agg(c.workspace_id), array_agg(c.media_item_id), array_agg(p.posted_at))
  from (
    select r.workspace_id, r.post_id, r.media_item_id from changed_rows r
    union
    select m.workspace_id, m.post_id, m.media_item_id
    from changed_rows r
    join post_media m on m.workspace_id = r.workspace_id and m.post_id = r.post_id) c
  join posts p on p.workspace_id = c.workspace_id and p.id = c.post_id;
  return null;
end $$;
create trigger post_media_inserted after insert on post_media
  referencing new table as changed_rows for each statement execute function note_post_media_changed();
create trigger post_media_deleted after delete on post_media
  referencing old table as changed_rows for each statement execute function note_post_media_changed();
