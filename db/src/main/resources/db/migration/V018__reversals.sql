-- When money was given back, where the shop says so.

create table order_reversals (
  workspace_id bigint not null,
  order_id bigint not null,
  position integer not null,
  reversed_at timestamptz not null,
  amount_minor bigint not null,
  constraint order_reversals_pk primary key (workspace_id, order_id, position, reversed_at),
  constraint order_reversals_order_fk foreign key (workspace_id, order_id) references orders (workspace_id, id),
  constraint order_reversals_amount_ck check (amount_minor > 0)
);
create index order_reversals_reversed_ix on order_reversals (workspace_id, reversed_at);
comment on table order_reversals is
  'Parts of order_lines.refunded_minor with their own dates; what that has beyond them was given back at a time nobody said.';
comment on column order_reversals.position is 'The line''s, in its order.';
comment on column order_reversals.amount_minor is 'Without the tax in it, in minor units of the order''s currency.';

create index orders_cancelled_ix on orders (workspace_id, cancelled_at) where cancelled_at is not null;
