-- A shop's orders, without anything about the person who ordered.

create table orders (
  workspace_id bigint not null,
  id bigint generated always as identity,
  external_id text,
  name text not null,
  processed_at timestamptz,
  created_at timestamptz not null,
  ordered_at timestamptz not null generated always as (coalesce(processed_at, created_at)) stored,
  currency text not null,
  financial_status text,
  cancelled_at timestamptz,
  is_test boolean not null default false,
  source text,
  landing_site text,
  referrer text,
  utm_source text,
  utm_medium text,
  utm_campaign text,
  utm_content text,
  utm_term text,
  discount_codes text[] not null default '{}',
  is_repeat_customer boolean,
  subtotal_gap_minor bigint,
  fingerprint text not null,
  imported_at timestamptz not null,
  updated_at timestamptz not null,
  constraint orders_pk primary key (workspace_id, id),
  constraint orders_workspace_fk foreign key (workspace_id) references workspaces (id),
  constraint orders_currency_ck check (currency ~ '^[A-Z]{3}$'),
  constraint orders_name_ck check (name <> ''),
  constraint orders_external_id_ck check (external_id <> ''),
  constraint orders_subtotal_gap_ck check (subtotal_gap_minor <> 0)
);
create unique index orders_external_id_uk on orders (workspace_id, external_id)
  where external_id is not null;
create unique index orders_name_uk on orders (workspace_id, name) where external_id is null;
create index orders_name_ix on orders (workspace_id, name);
create index orders_ordered_ix on orders (workspace_id, ordered_at, id);
create index orders_subtotal_gap_ix on orders (workspace_id, id) where subtotal_gap_minor is not null;
comment on column orders.external_id is 'The shop''s; NULL: not known, then the name tells it apart.';
comment on column orders.name is 'As people call it, for example #1001.';
comment on column orders.processed_at is 'When the shop counts it; NULL: not said, then when it was created.';
comment on column orders.created_at is 'In the shop.';
comment on column orders.financial_status is 'As the shop writes it, in lower case; NULL: not said.';
comment on column orders.cancelled_at is 'NULL: it stands.';
comment on column orders.source is 'Where it was made, as the shop says: web, pos, ...; NULL: not said.';
comment on column orders.landing_site is 'The first page of the visit; NULL: not known.';
comment on column orders.referrer is 'NULL: not known.';
comment on column orders.utm_source is 'NULL: none.';
comment on column orders.utm_medium is 'NULL: none.';
comment on column orders.utm_campaign is 'NULL: none.';
comment on column orders.utm_content is 'NULL: none.';
comment on column orders.utm_term is 'NULL: none.';
comment on column orders.is_repeat_customer is 'NULL: the source does not say.';
comment on column orders.subtotal_gap_minor is
  'What the shop''s subtotal has beyond what its lines come to, by more than rounding; NULL: they agree, or the shop gave none.';
comment on column orders.fingerprint is 'SHA-256 of all that was read of it: the same again changes nothing.';

create table order_lines (
  workspace_id bigint not null,
  order_id bigint not null,
  position integer not null,
  external_id text,
  product_id bigint,
  shop_product_id text,
  shop_variant_id text,
  sku text,
  title text not null,
  quantity integer not null,
  gross_minor bigint not null,
  discount_minor bigint not null,
  tax_minor bigint not null,
  refunded_minor bigint not null,
  net_minor bigint not null generated always as
    (gross_minor - discount_minor - tax_minor - refunded_minor) stored,
  order_millionths integer not null,
  exclusion text,
  currency text not null,
  ordered_at timestamptz not null,
  constraint order_lines_pk primary key (workspace_id, order_id, position),
  constraint order_lines_order_fk foreign key (workspace_id, order_id) references orders (workspace_id, id),
  constraint order_lines_product_fk foreign key (workspace_id, product_id) references products (workspace_id, id),
  constraint order_lines_position_ck check (position >= 1),
  constraint order_lines_quantity_ck check (quantity >= 0),
  constraint order_lines_amounts_ck check (least(gross_minor, discount_minor, tax_minor, refunded_minor) >= 0
    and gross_minor - discount_minor - tax_minor - refunded_minor >= 0),
  constraint order_lines_order_millionths_ck check (order_millionths between 0 and 1000000),
  constraint order_lines_exclusion_ck
    check (exclusion in ('cancelled', 'test', 'voided', 'refunded', 'gift_card'))
);
create index order_lines_product_ix on order_lines (workspace_id, product_id, ordered_at);
create index order_lines_ordered_ix on order_lines (workspace_id, ordered_at);
create index order_lines_unknown_ix on order_lines (workspace_id, order_id) where product_id is null;
comment on table order_lines is 'Amounts are in minor units of the order''s currency and are those of the whole line, not of a piece.';
comment on column order_lines.position is 'From 1, in the order''s own order.';
comment on column order_lines.external_id is 'The shop''s; NULL: not known, then SKU, title, price and which of the same tell it apart.';
comment on column order_lines.product_id is 'NULL: unknown.';
comment on column order_lines.shop_product_id is 'As the shop named it at first sight; NULL: it did not.';
comment on column order_lines.shop_variant_id is 'As the shop named it at first sight; NULL: it did not.';
comment on column order_lines.sku is 'As at first sight; NULL: none.';
comment on column order_lines.title is 'As at first sight, variant included.';
comment on column order_lines.gross_minor is 'Quantity times price.';
comment on column order_lines.discount_minor is 'The line''s own and its share of the order''s.';
comment on column order_lines.tax_minor is 'The line''s share of taxes that its price contains; 0 where taxes come on top.';
comment on column order_lines.refunded_minor is 'The line''s share of what was given back.';
comment on column order_lines.net_minor is 'After discounts and refunds, before tax, without shipping.';
comment on column order_lines.order_millionths is
  'The line''s share of its order as one order, by net amount; over the lines that are not excluded it comes to 1000000.';
comment on column order_lines.exclusion is 'Why it counts for nothing; NULL: it counts.';
comment on column order_lines.currency is 'Its order''s.';
comment on column order_lines.ordered_at is 'Its order''s.';
