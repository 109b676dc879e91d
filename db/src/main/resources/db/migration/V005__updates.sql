-- What Telegram told us and what we still have to tell it. These rows are the bot's, not a team's:
-- an update is stored before anybody knows whose it is, and strangers are answered too.

create table inbox (
  id bigint generated always as identity,
  update_id bigint not null,
  payload_hash bytea not null,
  payload jsonb not null,
  lane bigint not null,
  received_at timestamptz not null,
  next_attempt_at timestamptz not null,
  attempts integer not null default 0,
  error text,
  handled_at timestamptz,
  set_aside_at timestamptz,
  constraint inbox_pk primary key (id),
  constraint inbox_update_uk unique (update_id, payload_hash),
  constraint inbox_attempts_ck check (attempts >= 0)
);
create index inbox_waiting_ix on inbox (lane, id) where handled_at is null and set_aside_at is null;
-- Partial, so that nobody reads it for those that wait.
create index inbox_handled_ix on inbox (handled_at) where handled_at is not null;
comment on table inbox is
  'Raw updates. One that is delivered again is the same to the letter; its id alone would not do, for Telegram starts ids anew after a quiet week.';
comment on column inbox.payload_hash is 'SHA-256 of the update as it came.';
comment on column inbox.lane is 'Telegram''s chat id (a person''s id where there is no chat): one lane is handled in order.';
comment on column inbox.error is 'Of the last failed attempt; NULL: none failed.';
comment on column inbox.handled_at is 'NULL: not yet.';
comment on column inbox.set_aside_at is 'Given up after too many attempts; NULL: not.';

create table outbox (
  id bigint generated always as identity,
  chat_id bigint not null,
  payload jsonb not null,
  state text not null default 'waiting',
  created_at timestamptz not null,
  next_attempt_at timestamptz not null,
  attempts integer not null default 0,
  uncertain boolean not null default false,
  error text,
  sent_at timestamptz,
  workspace_id bigint,
  media_id bigint,
  album_id bigint,
  constraint outbox_pk primary key (id),
  constraint outbox_chat_fk foreign key (chat_id) references chats (id),
  constraint outbox_media_fk foreign key (workspace_id, media_id) references media_items (workspace_id, id),
  constraint outbox_album_fk foreign key (workspace_id, album_id) references albums (workspace_id, id),
  constraint outbox_state_ck check (state in ('waiting', 'sending', 'sent', 'failed')),
  constraint outbox_media_ck check (media_id is null or workspace_id is not null),
  constraint outbox_album_ck check (album_id is null or media_id is not null)
);
create index outbox_waiting_ix on outbox (chat_id, id) where state in ('waiting', 'sending');
create index outbox_sent_ix on outbox (sent_at) where sent_at is not null;
comment on table outbox is 'Messages to send, written in the transaction of what they report. One chat''s go out in order.';
comment on column outbox.state is
  'sending: given to Telegram, no answer yet.';
comment on column outbox.uncertain is
  'Given to Telegram once without an answer. It is sent once more and then never again: a reply may come twice, not more often, and not never.';
comment on column outbox.error is 'Of the last failed attempt; NULL: none failed.';
comment on column outbox.sent_at is 'When it was sent or given up; NULL: neither yet.';
comment on column outbox.workspace_id is 'NULL: not about media.';
comment on column outbox.media_id is 'What the message is about, so that a reply to it finds the media; NULL: not about media.';
comment on column outbox.album_id is 'NULL: not about an album.';

create table menus (
  workspace_id bigint not null,
  id bigint generated always as identity,
  state jsonb not null,
  created_at timestamptz not null,
  constraint menus_pk primary key (workspace_id, id),
  constraint menus_workspace_fk foreign key (workspace_id) references workspaces (id)
);
comment on table menus is 'What the buttons below a message are about, where it does not fit the 64 bytes of callback data.';
create index menus_created_ix on menus (created_at);
