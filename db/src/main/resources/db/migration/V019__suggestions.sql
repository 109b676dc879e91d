-- What suggestions are made from, and what was suggested.

alter table workspaces
  add column file_name_pattern text,
  add constraint workspaces_file_name_pattern_ck check (char_length(file_name_pattern) between 1 and 200);
comment on column workspaces.file_name_pattern is
  'A regular expression whose group sku is the SKU in the name of a file; NULL: none.';

-- By what a product's names find the media that say them.
alter table media_items
  add column words tsvector not null generated always as (
    public.searchable_words(left(
      coalesce(title, '') || ' ' || coalesce(caption, '') || ' ' || coalesce(file_name, ''), 5000))) stored;
create index media_items_words_ix on media_items using gin (workspace_id, words);
create index media_items_sent_ix on media_items (workspace_id, created_by_user_id, created_at);
drop index media_items_category_ix;
create index media_items_category_ix on media_items (workspace_id, category, id desc);

-- Tags as they are compared: in any case, accent and punctuation, and #bluehoodie is "Blue Hoodie".
create function fold_tags(text[]) returns text[]
  language sql immutable strict parallel safe
  as $$
    select coalesce(array_agg(distinct folded.tag), '{}')
    from (select public.fold_sku(given.tag) as tag from unnest($1) as given (tag)) as folded
    where folded.tag is not null
  $$;
alter table products
  add column tags_folded text[] not null generated always as (public.fold_tags(tags)) stored;
create index products_tags_ix on products using gin (tags_folded);
create index products_type_ix on products
  using gin (workspace_id, public.searchable_words(product_type));
create index products_title_joined_ix on products (workspace_id, replace(title_folded, ' ', ''));

alter table media_product_links
  add column suggestion_words text,
  add column suggestion_scores jsonb,
  drop constraint media_product_links_unlink_reason_ck,
  add constraint media_product_links_unlink_reason_ck
    check (unlink_reason in ('ended', 'wrong', 'rejected', 'merged', 'withdrawn')),
  add constraint media_product_links_withdrawn_ck
    check (unlink_reason is distinct from 'withdrawn' or not is_confirmed);
comment on column media_product_links.suggestion_reason is 'A code; NULL: never was a suggestion.';
comment on column media_product_links.suggestion_words is
  'The reason as people read it; NULL: never was a suggestion.';
comment on column media_product_links.suggestion_scores is
  'What spoke for it and how much, by reason, when it was last computed undecided: from this and what became of the suggestion all confidence is learnt. NULL: never was a suggestion.';
comment on column media_product_links.unlink_reason is
  'ended: it was right until then; wrong: it never was; rejected: a suggestion refused; merged: its product turned out to be one that the picture was linked to as well, and that link says so; withdrawn: a suggestion that nobody decided on and nothing speaks for any more. NULL: active.';

-- What was suggested and is no longer open: the decisions that are learnt from.
create index media_product_links_decided_ix on media_product_links (workspace_id, id desc)
  where suggestion_scores is not null and (is_confirmed or unlink_reason in ('rejected', 'wrong'));

-- What a team linked lately is what people said, not what is suggested.
drop index media_product_links_recent_ix;
create index media_product_links_recent_ix on media_product_links (workspace_id, linked_at desc, id desc)
  where unlinked_at is null and is_confirmed;

-- Evidence is counted over these.
create index media_product_links_shown_ix
  on media_product_links (workspace_id, product_id, id desc) include (media_item_id)
  where unlinked_at is null and is_confirmed;

-- As before, but a suggestion earns nothing: to make, change or withdraw one changes no figure.
create or replace function note_links_inserted() returns trigger language plpgsql as $$
begin
  perform note_links_changed(array_agg(workspace_id), array_agg(id)) from after_rows where is_confirmed;
  return null;
end $$;

create or replace function note_links_updated() returns trigger language plpgsql as $$
begin
  perform note_links_changed(array_agg(n.workspace_id), array_agg(n.id))
  from after_rows n
  join before_rows o on o.workspace_id = n.workspace_id and o.id = n.id
  where (o.is_confirmed or n.is_confirmed)
    and (o.product_id, o.media_item_id, o.link_type, o.is_confirmed, o.effective_from, o.effective_to,
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
  where o.is_confirmed
  group by o.workspace_id, o.product_id, o.id, date_trunc('day', p.posted_at, 'UTC');
  return null;
end $$;

-- The planner knows nothing of a new index's expressions until then.
analyze products;
