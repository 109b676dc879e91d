-- Groups that become supergroups, commands that are corrected, teams that are chosen, and what is
-- said of albums.

-- A basic group that becomes a supergroup gets a new number, and its messages are counted anew: the
-- old message 57 and the new one have nothing to do with each other. The chat keeps its row and
-- takes the new number; a second row keeps the old number, and with it the old messages.
alter table chats add column became bigint;
alter table chats add constraint chats_became_fk foreign key (became) references chats (id);
alter table chats add constraint chats_became_ck check (became is null or (workspace_id is null and not active));
create index chats_became_ix on chats (became);
comment on column chats.became is
  'What this basic group became; it keeps its old number and the messages counted then. NULL: is what it is.';

alter table outbox add column renumbered boolean not null default false;
alter table outbox add column message_id bigint;
comment on column outbox.renumbered is
  'Written when its chat was a basic group: the messages that it answers or edits are not in the chat that it goes to.';
comment on column outbox.message_id is 'Telegram''s number of it in its chat; NULL: not sent, or not known.';

alter table members add column chosen_at timestamptz;
comment on column members.chosen_at is 'When the member last chose this team for the private chat; NULL: never.';

alter table albums add column category text;
alter table albums add column tags text[] not null default '{}';
comment on column albums.category is 'Said of the whole album, also of pictures that arrive later. NULL: nothing said.';
comment on column albums.tags is 'Said of the whole album, also of pictures that arrive later.';

create table answers (
  workspace_id bigint not null,
  chat_id bigint not null,
  message_id bigint not null,
  command text not null,
  undo text,
  media_id bigint,
  album_id bigint,
  outbox_id bigint not null,
  answered_at timestamptz not null,
  constraint answers_pk primary key (workspace_id, chat_id, message_id),
  constraint answers_workspace_fk foreign key (workspace_id) references workspaces (id),
  constraint answers_chat_fk foreign key (chat_id) references chats (id),
  constraint answers_media_fk foreign key (workspace_id, media_id) references media_items (workspace_id, id),
  constraint answers_album_fk foreign key (workspace_id, album_id) references albums (workspace_id, id)
);
create index answers_answered_ix on answers (answered_at);
comment on table answers is
  'What was done and said about a command, so that it can be taken back when its author corrects the command. Kept for a day.';
comment on column answers.message_id is 'The command''s.';
comment on column answers.command is 'As it was written, without the space around it.';
comment on column answers.undo is
  'The button that takes back what the command did; NULL: it did nothing, or that was taken back.';
comment on column answers.media_id is 'What it was said about; NULL: nothing in particular.';
comment on column answers.album_id is 'The album it was said about; NULL: none.';
comment on column answers.outbox_id is 'The answer. Messages in the outbox are forgotten later than this.';
