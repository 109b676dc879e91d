-- What each product did in each day, week and month.

create table product_performance (
  workspace_id bigint not null,
  product_id bigint not null,
  period_type text not null,
  period_start date not null,
  period_end date not null,
  currency text not null,
  total_posts integer not null,
  posts_with_product integer not null,
  total_impressions bigint not null,
  total_reach bigint not null,
  total_engagement bigint not null,
  total_orders integer not null,
  total_revenue_minor bigint not null,
  average_order_value_minor numeric
    generated always as (total_revenue_minor / nullif(total_orders, 0)::numeric) stored,
  attributed_orders integer not null,
  attributed_revenue_minor bigint not null,
  attribution_rate numeric
    generated always as (attributed_orders / nullif(total_orders, 0)::numeric) stored,
  revenue_per_post_minor numeric
    generated always as (attributed_revenue_minor / nullif(posts_with_product, 0)::numeric) stored,
  engagement_to_sale_rate numeric
    generated always as (attributed_orders / nullif(total_engagement, 0)::numeric) stored,
  calculated_at timestamptz not null,
  constraint product_performance_pk
    primary key (workspace_id, product_id, period_type, period_start, currency),
  constraint product_performance_product_fk
    foreign key (workspace_id, product_id) references products (workspace_id, id),
  constraint product_performance_period_type_ck check (period_type in ('daily', 'weekly', 'monthly')),
  constraint product_performance_period_ck check (case period_type
    when 'daily' then period_end = period_start
    when 'weekly' then extract(isodow from period_start) = 1 and period_end = period_start + 6
    else extract(day from period_start) = 1
      and period_end = (period_start + interval '1 month')::date - 1 end),
  constraint product_performance_currency_ck check (currency ~ '^[A-Z]{3}$'),
  constraint product_performance_counts_ck check (least(posts_with_product, total_impressions,
    total_reach, total_engagement, total_orders, attributed_orders) >= 0),
  constraint product_performance_amounts_ck
    check (least(total_revenue_minor, attributed_revenue_minor) >= 0),
  constraint product_performance_posts_ck check (posts_with_product <= total_posts)
);
create index product_performance_period_ix
  on product_performance (workspace_id, period_type, period_start, period_end);
comment on table product_performance is
  'A row a period in the team''s currency, zeros included, and one in each other currency in which something was sold; of different currencies nothing is ever added.';
comment on column product_performance.period_start is 'In the team''s time zone; weeks start on Monday.';
comment on column product_performance.period_end is 'The last day, included.';
comment on column product_performance.total_posts is 'All that the team published.';
comment on column product_performance.posts_with_product is
  'Those of them with a confirmed link to the product, in force when they were published.';
comment on column product_performance.total_impressions is 'Added up over posts_with_product; what is not known adds nothing.';
comment on column product_performance.total_reach is 'A sum over posts: who saw two of them counts twice.';
comment on column product_performance.total_engagement is 'Likes, comments, shares and saves.';
comment on column product_performance.total_orders is 'Distinct orders with a line of the product that counts.';
comment on column product_performance.total_revenue_minor is 'Net, of the product''s lines that count.';
comment on column product_performance.average_order_value_minor is 'Not rounded; NULL: no orders.';
comment on column product_performance.attributed_orders is
  'Distinct orders of the period of which a post earned something, whenever it was published.';
comment on column product_performance.attribution_rate is 'NULL: no orders.';
comment on column product_performance.revenue_per_post_minor is 'Not rounded; NULL: no posts with the product.';
comment on column product_performance.engagement_to_sale_rate is 'NULL: no engagement.';
