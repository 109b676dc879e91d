-- Two products that turn out to be one, and what Printify says beside Shopify.

-- A product that was found to be another one leads to it, for buttons and people still know its number.
alter table products
  add column merged_into bigint,
  add column shopify_tells boolean not null default true,
  add column shopify_tells_tags boolean not null default true,
  add column shopify_tells_image boolean not null default true,
  add column shopify_tells_price boolean not null default true,
  add constraint products_merged_into_fk
    foreign key (workspace_id, merged_into) references products (workspace_id, id),
  add constraint products_merged_into_ck
    check (merged_into is null or (merged_into <> id and deleted_at is not null and handle is null)),
  -- A whole-table constraint would make a change of the handle wait for everybody who links the
  -- product, and them for the import; handles are no target of foreign keys.
  drop constraint products_handle_uk;
create unique index products_handle_uk on products (workspace_id, handle) where handle is not null;
create index products_merged_into_ix on products (workspace_id, merged_into) where merged_into is not null;
update products set shopify_tells_price = false where min_price_minor is null;
comment on column products.merged_into is 'The product that this one turned out to be, never one that was merged itself; NULL: stands for itself.';
comment on column products.shopify_tells is 'false: only Printify told of it so far, and the title and status are Printify''s.';
comment on column products.shopify_tells_tags is 'false: the tags are Printify''s, if it has any.';
comment on column products.shopify_tells_image is 'false: the picture is Printify''s, if it has one.';
comment on column products.shopify_tells_price is 'false: the prices are Printify''s, if it has any.';

alter table product_aliases
  add column content jsonb,
  add constraint product_aliases_content_ck check ((content is null) = (source = 'shopify'));
comment on column product_aliases.content is
  'What Printify last said of it, from which the product is filled where Shopify says nothing; NULL: Shopify''s, whose words stand in the product itself.';

alter table product_variants
  add column shopify_tells boolean not null default true,
  add column shopify_tells_sku boolean not null default true,
  add column shopify_tells_price boolean not null default true,
  -- Printify may name two variants alike; Shopify does not.
  drop constraint product_variants_title_uk;
create unique index product_variants_title_uk on product_variants (workspace_id, product_id, title)
  where shopify_tells;
-- The constraint's index served to find a product's variants.
create index product_variants_product_ix on product_variants (workspace_id, product_id);
update product_variants set shopify_tells_price = false where price_minor is null;
comment on column product_variants.position is 'From 1, as in the shop; of those that only Printify tells of from 10001.';
comment on column product_variants.shopify_tells is 'false: only Printify tells of it.';
comment on column product_variants.shopify_tells_sku is 'false: the SKU is Printify''s, if it has one.';
comment on column product_variants.shopify_tells_price is 'false: the price is Printify''s, if it has one.';

alter table media_product_links
  add column merged_into bigint,
  drop constraint media_product_links_unlink_reason_ck,
  add constraint media_product_links_unlink_reason_ck
    check (unlink_reason in ('ended', 'wrong', 'rejected', 'merged')),
  add constraint media_product_links_merged_into_fk
    foreign key (workspace_id, merged_into) references media_product_links (workspace_id, id),
  add constraint media_product_links_merged_into_ck
    check ((merged_into is null) = (unlink_reason is distinct from 'merged'));
create index media_product_links_merged_into_ix on media_product_links (workspace_id, merged_into)
  where merged_into is not null;
comment on column media_product_links.merged_into is
  'The link that stands for this one since their products turned out to be one; if that is taken back, this one stands again. NULL: stands for itself.';
comment on column media_product_links.unlink_reason is
  'ended: it was right until then; wrong: it never was; rejected: a suggestion refused; merged: its product turned out to be one that the picture was linked to as well, and that link says so. NULL: active.';

alter table link_events
  drop constraint link_events_action_ck,
  add constraint link_events_action_ck
    check (action in ('linked', 'retyped', 'edited', 'unlinked', 'undone', 'merged'));
comment on column link_events.action is
  'merged: two products turned out to be one. What people did before stays the last thing they did.';
