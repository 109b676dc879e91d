-- Products picked with @bot words, and which media they were sent as a reply to.

create table inline_picks (
  workspace_id bigint not null,
  token bigint not null,
  media_id bigint,
  album_id bigint,
  picked_at timestamptz not null,
  constraint inline_picks_pk primary key (workspace_id, token),
  constraint inline_picks_workspace_fk foreign key (workspace_id) references workspaces (id),
  constraint inline_picks_media_fk foreign key (workspace_id, media_id) references media_items (workspace_id, id),
  constraint inline_picks_album_fk foreign key (workspace_id, album_id) references albums (workspace_id, id),
  constraint inline_picks_album_ck check (album_id is null or media_id is not null)
);
create index inline_picks_media_ix on inline_picks (workspace_id, media_id);
create index inline_picks_album_ix on inline_picks (workspace_id, album_id);
comment on table inline_picks is
  'What the Link button below a product sent inline is for. A press there names no chat and no message, only what the button holds.';
comment on column inline_picks.token is 'Drawn at random for each result that is offered; the button holds it.';
comment on column inline_picks.media_id is 'NULL: a reply to something that is not this team''s.';
comment on column inline_picks.album_id is 'NULL: sent alone.';

-- What a person last worked on in any chat.
create index current_media_user_ix on current_media (workspace_id, user_id, at desc);
