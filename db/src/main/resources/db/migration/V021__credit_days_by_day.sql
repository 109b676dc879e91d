-- Kept figures are read and written by day: of all products for a top list, a period or a new
-- calculation. With the product first, each of these went through the whole table.
alter table credit_days
  drop constraint credit_days_pk,
  add constraint credit_days_pk primary key (workspace_id, day, product_id, post_id, link_id, currency);
