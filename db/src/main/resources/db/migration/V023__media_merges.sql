-- Two pictures that turn out to be the same one, so that it can be taken back.

create table media_merges (
  workspace_id bigint not null,
  id bigint generated always as identity,
  kept_id bigint not null,
  merged_id bigint not null,
  batch bigint not null,
  telegram_file_id text,
  title text,
  caption text,
  category text,
  tags text[] not null,
  merged_by_user_id bigint,
  merged_at timestamptz not null,
  undone_at timestamptz,
  constraint media_merges_pk primary key (workspace_id, id),
  constraint media_merges_kept_fk foreign key (workspace_id, kept_id) references media_items (workspace_id, id),
  constraint media_merges_merged_fk foreign key (workspace_id, merged_id) references media_items (workspace_id, id),
  constraint media_merges_merged_by_fk foreign key (merged_by_user_id) references users (id),
  constraint media_merges_both_ck check (kept_id <> merged_id)
);
create unique index media_merges_merged_uk on media_merges (workspace_id, merged_id)
  where undone_at is null;
create index media_merges_kept_ix on media_merges (workspace_id, kept_id);
comment on table media_merges is 'Which item was said to be which, and what the kept one got by it.';
comment on column media_merges.batch is 'Of the history of the links that moved.';
comment on column media_merges.telegram_file_id is 'NULL: the kept one had its own, or there was none.';
comment on column media_merges.title is 'NULL: the kept one had its own, or there was none.';
comment on column media_merges.caption is 'NULL: the kept one had its own, or there was none.';
comment on column media_merges.category is 'NULL: the kept one had its own, or there was none.';
comment on column media_merges.tags is 'Those that the kept one had not.';
comment on column media_merges.merged_by_user_id is 'NULL: on the command line.';
comment on column media_merges.undone_at is 'NULL: it stands.';

create table media_merge_posts (
  workspace_id bigint not null,
  merge_id bigint not null,
  post_id bigint not null,
  position integer not null,
  showed_both boolean not null,
  constraint media_merge_posts_pk primary key (workspace_id, merge_id, post_id),
  constraint media_merge_posts_merge_fk foreign key (workspace_id, merge_id) references media_merges (workspace_id, id),
  constraint media_merge_posts_post_fk foreign key (workspace_id, post_id) references posts (workspace_id, id),
  constraint media_merge_posts_position_ck check (position >= 1)
);
create index media_merge_posts_post_ix on media_merge_posts (workspace_id, post_id);
comment on table media_merge_posts is 'The posts that showed the merged item, which show the kept one instead.';
comment on column media_merge_posts.position is 'Where the post showed it.';
comment on column media_merge_posts.showed_both is
  'The post shows the kept item for another reason as well: its own, or another item that was merged into it.';

create index media_items_merged_into_ix on media_items (workspace_id, merged_into)
  where merged_into is not null;
alter table media_items
  add constraint media_items_merged_into_ck check (merged_into <> id);
comment on column media_items.merged_into is
  'The item that this one turned out to be, never one that was merged itself; NULL: stands for itself.';
comment on column media_product_links.merged_into is
  'The link that stands for this one since their products or media turned out to be one; if that is taken back, this one stands again. NULL: stands for itself.';
comment on column media_product_links.unlink_reason is
  'ended: it was right until then; wrong: it never was; rejected: a suggestion refused; merged: its product or picture turned out to be one that had this link as well, and that link says so; withdrawn: a suggestion that nobody decided on and nothing speaks for any more. NULL: active.';
comment on column link_events.action is
  'merged: two products or media turned out to be one, or two media not. What people did before stays the last thing they did.';
