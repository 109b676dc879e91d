-- What was posted where and when, with its engagement.

create table posts (
  workspace_id bigint not null,
  id bigint generated always as identity,
  channel text not null,
  posted_at timestamptz not null,
  status text not null,
  external_id text,
  permalink text,
  posted_by_user_id bigint,
  impressions bigint,
  reach bigint,
  views bigint,
  likes bigint,
  comments bigint,
  shares bigint,
  saves bigint,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint posts_pk primary key (workspace_id, id),
  constraint posts_workspace_fk foreign key (workspace_id) references workspaces (id),
  constraint posts_posted_by_fk foreign key (posted_by_user_id) references users (id),
  constraint posts_channel_ck check (channel in ('instagram_story', 'instagram_feed', 'instagram_reel',
    'tiktok', 'telegram_channel', 'facebook', 'youtube', 'pinterest', 'threads', 'x', 'snapchat',
    'linkedin', 'email', 'website', 'other')),
  constraint posts_status_ck check (status in ('posted', 'scheduled', 'failed', 'skipped')),
  constraint posts_external_id_ck check (external_id <> ''),
  constraint posts_engagement_ck check (least(impressions, reach, views, likes, comments, shares, saves) >= 0)
);
create unique index posts_external_id_uk on posts (workspace_id, channel, external_id)
  where external_id is not null;
-- Known again without an external id.
create index posts_channel_ix on posts (workspace_id, channel, posted_at);
-- Touches of a range of time, in the order that decides who gets a cent more.
create index posts_posted_ix on posts (workspace_id, posted_at, id) where status = 'posted';
comment on column posts.posted_at is 'When the platform published it, or is to.';
comment on column posts.status is 'Only what is posted counts.';
comment on column posts.external_id is 'The platform''s; NULL: not known, then channel, time and media tell it apart.';
comment on column posts.permalink is 'NULL: not known.';
comment on column posts.posted_by_user_id is 'NULL: not known, or imported.';
comment on column posts.impressions is 'NULL: not known.';
comment on column posts.reach is 'NULL: not known.';
comment on column posts.views is 'NULL: not known.';
comment on column posts.likes is 'NULL: not known.';
comment on column posts.comments is 'NULL: not known.';
comment on column posts.shares is 'NULL: not known.';
comment on column posts.saves is 'NULL: not known.';

create table post_media (
  workspace_id bigint not null,
  post_id bigint not null,
  position integer not null,
  media_item_id bigint not null,
  constraint post_media_pk primary key (workspace_id, post_id, position),
  constraint post_media_post_fk foreign key (workspace_id, post_id) references posts (workspace_id, id),
  constraint post_media_media_fk foreign key (workspace_id, media_item_id) references media_items (workspace_id, id),
  constraint post_media_media_uk unique (workspace_id, media_item_id, post_id),
  constraint post_media_position_ck check (position >= 1)
);
comment on table post_media is 'What a post shows, in its order.';
comment on column post_media.position is 'From 1.';

-- Posts name their media as the folder does.
create index media_items_file_path_ix on media_items (workspace_id, file_path);
create index media_items_file_name_ix on media_items (workspace_id, file_name);
