-- What ads cost, and figures of orders that an ad without a post is proven to have brought.

create table ad_spend (
  workspace_id bigint not null,
  campaign text not null,
  day date not null,
  currency text not null,
  spend_minor bigint not null,
  imported_at timestamptz not null,
  updated_at timestamptz not null,
  constraint ad_spend_pk primary key (workspace_id, campaign, day, currency),
  constraint ad_spend_workspace_fk foreign key (workspace_id) references workspaces (id),
  constraint ad_spend_campaign_ck check (campaign <> ''),
  constraint ad_spend_currency_ck check (currency ~ '^[A-Z]{3}$'),
  constraint ad_spend_spend_ck check (spend_minor >= 0)
);
create index ad_spend_day_ix on ad_spend (workspace_id, day);
comment on table ad_spend is
  'A campaign is an ad account''s word for what links name as ad_campaign_id; it need not be known to any.';
comment on column ad_spend.day is 'In the time zone of the ad account, which is taken for the team''s.';
comment on column ad_spend.spend_minor is 'In minor units of its own currency; never converted.';

create index media_product_links_campaign_ix on media_product_links (workspace_id, ad_campaign_id)
  where ad_campaign_id is not null;

comment on column credit_days.post_id is
  '0: an ad, which the tags of the orders prove; under the model hybrid only.';

-- A link of media that were never posted can earn too where teams count by proof: then all is
-- calculated anew, so that any row will do.
create function note_ads_inserted() returns trigger language plpgsql as $$
begin
  insert into attribution_changes (workspace_id, product_id, link_id, from_at, to_at)
  select n.workspace_id, n.product_id, n.id, n.linked_at, n.linked_at
  from after_rows n
  join workspaces w on w.id = n.workspace_id and w.attribution_model = 'hybrid'
  where n.ad_campaign_id is not null or n.utm_tags is not null;
  return null;
end $$;
create trigger media_product_links_ad_inserted after insert on media_product_links
  referencing new table as after_rows for each statement execute function note_ads_inserted();

create function note_ads_updated() returns trigger language plpgsql as $$
begin
  -- The kept figures are written into the same rows, all at once: whom it does not concern must not wait.
  if not exists (select from workspaces where attribution_model = 'hybrid') then
    return null;
  end if;
  insert into attribution_changes (workspace_id, product_id, link_id, from_at, to_at)
  select n.workspace_id, n.product_id, n.id, n.linked_at, n.linked_at
  from after_rows n
  join before_rows o on o.workspace_id = n.workspace_id and o.id = n.id
  join workspaces w on w.id = n.workspace_id and w.attribution_model = 'hybrid'
  where (coalesce(n.ad_campaign_id, o.ad_campaign_id) is not null
      or coalesce(n.utm_tags, o.utm_tags) is not null)
    and (o.product_id, o.media_item_id, o.is_confirmed, o.effective_from, o.effective_to,
        o.unlinked_at, o.unlink_reason, o.utm_tags, o.ad_campaign_id)
      is distinct from (n.product_id, n.media_item_id, n.is_confirmed, n.effective_from,
        n.effective_to, n.unlinked_at, n.unlink_reason, n.utm_tags, n.ad_campaign_id);
  return null;
end $$;
create trigger media_product_links_ad_updated after update on media_product_links
  referencing old table as before_rows new table as after_rows
  for each statement execute function note_ads_updated();
