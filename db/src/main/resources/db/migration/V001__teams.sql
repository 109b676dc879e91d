-- Who works with Hangtag and where: teams, people, chats.
--
-- `workspaces`, `users` and `chats` belong to nobody's shop; every other table that holds a team's
-- data starts its keys with workspace_id, so that the database itself refuses a reference from one
-- team's rows to another's.

create table workspaces (
  id bigint generated always as identity,
  name text not null,
  timezone text not null,
  currency text not null,
  attribution_window_hours integer not null default 72,
  attribution_model text not null default 'equal',
  catalog_version bigint not null default 0,
  created_at timestamptz not null default now(),
  constraint workspaces_pk primary key (id),
  constraint workspaces_name_uk unique (name),
  constraint workspaces_name_ck check (name <> ''),
  constraint workspaces_currency_ck check (currency ~ '^[A-Z]{3}$'),
  constraint workspaces_attribution_window_hours_ck check (attribution_window_hours between 1 and 8760),
  constraint workspaces_attribution_model_ck
    check (attribution_model in ('equal', 'last', 'first', 'decay', 'position', 'hybrid'))
);
comment on table workspaces is 'One team with one shop.';
comment on column workspaces.timezone is 'IANA name, for example Europe/Berlin.';
comment on column workspaces.currency is 'ISO 4217.';
comment on column workspaces.catalog_version is
  'Goes up with each change of the catalogue; caches are keyed by it, also those of other processes.';

create table users (
  id bigint generated always as identity,
  telegram_user_id bigint not null,
  name text not null,
  username text,
  language text,
  created_at timestamptz not null default now(),
  constraint users_pk primary key (id),
  constraint users_telegram_user_id_uk unique (telegram_user_id)
);
comment on column users.username is 'Without @; NULL: has none.';
comment on column users.language is 'IETF tag as Telegram gives it; NULL: not given.';

create table members (
  workspace_id bigint not null,
  user_id bigint not null,
  role text not null default 'member',
  joined_at timestamptz not null default now(),
  last_acted_at timestamptz not null default now(),
  left_at timestamptz,
  constraint members_pk primary key (workspace_id, user_id),
  constraint members_workspace_fk foreign key (workspace_id) references workspaces (id),
  constraint members_user_fk foreign key (user_id) references users (id),
  constraint members_role_ck check (role in ('admin', 'member'))
);
create index members_user_ix on members (user_id, last_acted_at desc);
comment on column members.last_acted_at is 'Decides which team is meant in a private chat.';
comment on column members.left_at is 'NULL: is a member.';

create table chats (
  id bigint generated always as identity,
  telegram_chat_id bigint not null,
  kind text not null,
  title text,
  workspace_id bigint,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  constraint chats_pk primary key (id),
  constraint chats_telegram_chat_id_uk unique (telegram_chat_id),
  constraint chats_workspace_fk foreign key (workspace_id) references workspaces (id),
  constraint chats_kind_ck check (kind in ('private', 'group', 'supergroup', 'channel')),
  constraint chats_private_ck check (kind <> 'private' or workspace_id is null)
);
create index chats_workspace_ix on chats (workspace_id);
comment on table chats is
  'Chats the bot knows. Other tables point at id, not at telegram_chat_id, which changes when a group becomes a supergroup.';
comment on column chats.title is 'NULL: private chat.';
comment on column chats.workspace_id is 'The team this group is; NULL: none (yet), or a private chat.';
comment on column chats.active is 'false: the bot was removed or blocked; nothing is sent there.';

create table bots (
  telegram_bot_id bigint not null,
  username text not null,
  seen_at timestamptz not null default now(),
  constraint bots_pk primary key (telegram_bot_id)
);
comment on table bots is 'The accounts this database was served as; the command line prints links with the newest name.';
