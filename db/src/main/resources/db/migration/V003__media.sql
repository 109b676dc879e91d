-- Photos and videos, where they were seen, and which one a person is talking about.

create table media_items (
  workspace_id bigint not null,
  id bigint generated always as identity,
  kind text not null,
  telegram_file_id text,
  telegram_file_unique_id text,
  file_path text,
  file_name text,
  mime_type text,
  file_size bigint,
  content_hash bytea,
  category text,
  title text,
  caption text,
  tags text[] not null default '{}',
  created_by_user_id bigint,
  is_active boolean not null default true,
  merged_into bigint,
  created_at timestamptz not null default now(),
  constraint media_items_pk primary key (workspace_id, id),
  constraint media_items_workspace_fk foreign key (workspace_id) references workspaces (id),
  constraint media_items_created_by_fk foreign key (created_by_user_id) references users (id),
  constraint media_items_merged_into_fk foreign key (workspace_id, merged_into) references media_items (workspace_id, id),
  constraint media_items_telegram_file_uk unique (workspace_id, telegram_file_unique_id),
  constraint media_items_content_hash_uk unique (workspace_id, content_hash),
  constraint media_items_kind_ck check (kind in ('photo', 'video', 'animation', 'document')),
  constraint media_items_origin_ck check (telegram_file_unique_id is not null or content_hash is not null),
  constraint media_items_file_size_ck check (file_size >= 0)
);
create index media_items_category_ix on media_items (workspace_id, category);
create index media_items_tags_ix on media_items using gin (tags);
comment on column media_items.telegram_file_id is 'The newest one, for sending; belongs to one bot account. NULL: not seen in a chat.';
comment on column media_items.telegram_file_unique_id is 'Of the largest size; the same picture forwarded has it again. NULL: not seen in a chat.';
comment on column media_items.file_path is 'Below the imported folder, with /. NULL: not from a folder.';
comment on column media_items.file_name is 'NULL: not known (photos in chat have none).';
comment on column media_items.mime_type is 'NULL: not known.';
comment on column media_items.file_size is 'In bytes; NULL: not known.';
comment on column media_items.content_hash is 'SHA-256 of the file; NULL: not from a folder.';
comment on column media_items.category is 'The folder''s name, or set by hand; NULL: none.';
comment on column media_items.title is 'Set by hand; NULL: none.';
comment on column media_items.caption is 'As first posted; NULL: none.';
comment on column media_items.created_by_user_id is 'NULL: imported on the command line.';
comment on column media_items.merged_into is 'The item that this one turned out to be; NULL: stands for itself.';

create table albums (
  workspace_id bigint not null,
  id bigint generated always as identity,
  chat_id bigint not null,
  telegram_media_group text not null,
  constraint albums_pk primary key (workspace_id, id),
  constraint albums_workspace_fk foreign key (workspace_id) references workspaces (id),
  constraint albums_chat_fk foreign key (chat_id) references chats (id),
  constraint albums_media_group_uk unique (workspace_id, chat_id, telegram_media_group)
);
comment on table albums is 'Media sent together. Telegram delivers an album as separate messages, each in its own time.';

create table media_messages (
  workspace_id bigint not null,
  chat_id bigint not null,
  message_id bigint not null,
  media_id bigint not null,
  album_id bigint,
  constraint media_messages_pk primary key (workspace_id, chat_id, message_id),
  constraint media_messages_chat_fk foreign key (chat_id) references chats (id),
  constraint media_messages_media_fk foreign key (workspace_id, media_id) references media_items (workspace_id, id),
  constraint media_messages_album_fk foreign key (workspace_id, album_id) references albums (workspace_id, id)
);
create index media_messages_media_ix on media_messages (workspace_id, media_id);
create index media_messages_album_ix on media_messages (workspace_id, album_id);
comment on table media_messages is
  'Which message shows (or answers about) which media, so that a reply finds it. A picture may be in several messages and albums.';
comment on column media_messages.album_id is 'NULL: sent alone.';

create table current_media (
  workspace_id bigint not null,
  chat_id bigint not null,
  thread_id bigint not null,
  user_id bigint not null,
  media_id bigint not null,
  album_id bigint,
  at timestamptz not null,
  constraint current_media_pk primary key (workspace_id, chat_id, thread_id, user_id),
  constraint current_media_chat_fk foreign key (chat_id) references chats (id),
  constraint current_media_user_fk foreign key (user_id) references users (id),
  constraint current_media_media_fk foreign key (workspace_id, media_id) references media_items (workspace_id, id),
  constraint current_media_album_fk foreign key (workspace_id, album_id) references albums (workspace_id, id)
);
comment on table current_media is 'What a person last sent or worked on in a chat and topic.';
comment on column current_media.thread_id is 'The forum topic; 0: none.';
comment on column current_media.album_id is 'The album it was sent in; NULL: alone.';
