-- Which products are in which media, and every change ever made to that.

create table media_product_links (
  workspace_id bigint not null,
  id bigint generated always as identity,
  media_item_id bigint not null,
  product_id bigint not null,
  link_type text not null default 'featured',
  is_confirmed boolean not null default true,
  confidence_score numeric(3, 2),
  suggestion_reason text,
  album_id bigint,
  ad_campaign_id text,
  utm_tags jsonb,
  linked_by_user_id bigint,
  linked_at timestamptz not null,
  effective_from timestamptz,
  effective_to timestamptz,
  unlinked_at timestamptz,
  unlinked_by_user_id bigint,
  unlink_reason text,
  notes text,
  custom_metadata jsonb,
  posts_using_link integer not null default 0,
  attributed_orders integer not null default 0,
  attributed_revenue_minor bigint not null default 0,
  constraint media_product_links_pk primary key (workspace_id, id),
  constraint media_product_links_media_fk foreign key (workspace_id, media_item_id) references media_items (workspace_id, id),
  constraint media_product_links_product_fk foreign key (workspace_id, product_id) references products (workspace_id, id),
  constraint media_product_links_album_fk foreign key (workspace_id, album_id) references albums (workspace_id, id),
  constraint media_product_links_linked_by_fk foreign key (linked_by_user_id) references users (id),
  constraint media_product_links_unlinked_by_fk foreign key (unlinked_by_user_id) references users (id),
  constraint media_product_links_type_ck check (link_type in ('featured', 'mentioned', 'background', 'suggested')),
  constraint media_product_links_confirmed_ck check (is_confirmed = (link_type <> 'suggested')),
  constraint media_product_links_confidence_ck check (confidence_score between 0 and 1),
  constraint media_product_links_unlinked_ck check ((unlinked_at is null) = (unlink_reason is null)),
  constraint media_product_links_unlink_reason_ck check (unlink_reason in ('ended', 'wrong', 'rejected')),
  constraint media_product_links_effective_ck check (effective_from < effective_to),
  constraint media_product_links_figures_ck check (posts_using_link >= 0 and attributed_orders >= 0)
);
create unique index media_product_links_active_uk on media_product_links (workspace_id, media_item_id, product_id)
  where unlinked_at is null;
create index media_product_links_media_ix on media_product_links (workspace_id, media_item_id);
create index media_product_links_product_ix on media_product_links (workspace_id, product_id);
create index media_product_links_type_ix on media_product_links (workspace_id, link_type, linked_at desc);
create index media_product_links_album_ix on media_product_links (workspace_id, album_id) where unlinked_at is null;
comment on table media_product_links is 'A product is in a picture. Unlinking keeps the row; there is one active row per media and product.';
comment on column media_product_links.confidence_score is 'Of the suggestion it began as; NULL: it never was one.';
comment on column media_product_links.suggestion_reason is 'NULL: never was a suggestion.';
comment on column media_product_links.album_id is
  'Said of the whole album, so that its later pictures get the link too; NULL: said of this picture only.';
comment on column media_product_links.ad_campaign_id is 'NULL: no paid campaign.';
comment on column media_product_links.utm_tags is '{source, medium, campaign, content}; NULL: none.';
comment on column media_product_links.linked_by_user_id is 'NULL: on the command line.';
comment on column media_product_links.effective_from is 'NULL: since ever; what a picture shows does not depend on when it was tagged.';
comment on column media_product_links.effective_to is 'NULL: still.';
comment on column media_product_links.unlinked_at is 'NULL: active.';
comment on column media_product_links.unlinked_by_user_id is 'NULL: active, or on the command line.';
comment on column media_product_links.unlink_reason is
  'ended: it was right until then; wrong: it never was; rejected: a suggestion refused. NULL: active.';
comment on column media_product_links.notes is 'NULL: none.';
comment on column media_product_links.custom_metadata is 'A JSON object of the team''s own; NULL: none.';
comment on column media_product_links.attributed_revenue_minor is 'In minor units of the workspace''s currency.';

create sequence link_batches;
comment on sequence link_batches is 'Numbers of what was done at once, and is undone at once.';

create table link_events (
  workspace_id bigint not null,
  id bigint generated always as identity,
  link_id bigint not null,
  batch bigint not null,
  source text not null,
  action text not null,
  user_id bigint,
  before jsonb,
  after jsonb not null,
  at timestamptz not null,
  constraint link_events_pk primary key (workspace_id, id),
  constraint link_events_link_fk foreign key (workspace_id, link_id) references media_product_links (workspace_id, id),
  constraint link_events_user_fk foreign key (user_id) references users (id),
  constraint link_events_source_ck check (source in ('manual', 'bulk', 'suggestion', 'rule', 'import')),
  constraint link_events_action_ck check (action in ('linked', 'retyped', 'edited', 'unlinked', 'undone')),
  constraint link_events_before_ck check ((before is null) = (action = 'linked'))
);
create index link_events_link_ix on link_events (workspace_id, link_id, id);
create index link_events_batch_ix on link_events (workspace_id, batch);
comment on table link_events is 'The history of links: one row a change, never changed or removed.';
comment on column link_events.user_id is 'NULL: on the command line.';
comment on column link_events.before is 'What changed, as it was; NULL: there was no link.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger link_events_append_only before update or delete on link_events
  for each row execute function refuse_change();
