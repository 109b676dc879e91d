package io.hangtag.core.team;

import static io.hangtag.db.schema.Tables.BOTS;
import static io.hangtag.db.schema.Tables.CHATS;
import static io.hangtag.db.schema.Tables.MEMBERS;
import static io.hangtag.db.schema.Tables.USERS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.excluded;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

final class TeamQueries {
  private final DSLContext db;

  TeamQueries(DSLContext db) {
    this.db = db;
  }

  UserId upsertUser(Person person) {
    return db.insertInto(USERS)
        .set(USERS.TELEGRAM_USER_ID, person.telegramId())
        .set(USERS.NAME, person.name())
        .set(USERS.USERNAME, person.username())
        .set(USERS.LANGUAGE, person.language())
        .onConflict(USERS.TELEGRAM_USER_ID)
        .doUpdate()
        .set(USERS.NAME, excluded(USERS.NAME))
        .set(USERS.USERNAME, excluded(USERS.USERNAME))
        .set(USERS.LANGUAGE, excluded(USERS.LANGUAGE))
        .returningResult(USERS.ID.convertFrom(UserId::new))
        .fetchSingle()
        .value1();
  }

  Chat upsertChat(long telegramChatId, Chat.Kind kind, @Nullable String title) {
    return db.insertInto(CHATS)
        .set(CHATS.TELEGRAM_CHAT_ID, telegramChatId)
        .set(CHATS.KIND, kind.code())
        .set(CHATS.TITLE, title)
        .onConflict(CHATS.TELEGRAM_CHAT_ID)
        .doUpdate()
        .set(CHATS.KIND, excluded(CHATS.KIND))
        .set(CHATS.TITLE, excluded(CHATS.TITLE))
        .set(CHATS.ACTIVE, true)
        .returningResult(
            CHATS.ID.convertFrom(ChatId::new),
            CHATS.TELEGRAM_CHAT_ID,
            CHATS.KIND.convertFrom(Chat.Kind::of),
            CHATS.TITLE,
            CHATS.WORKSPACE_ID.convert(
                Converter.fromNullable(Long.class, WorkspaceId.class, WorkspaceId::new)))
        .fetchSingle(mapping(Chat::new));
  }

  void bind(ChatId chat, WorkspaceId workspace) {
    db.update(CHATS)
        .set(CHATS.WORKSPACE_ID, workspace.value())
        .where(CHATS.ID.eq(chat.value()))
        .execute();
  }

  void deactivate(ChatId chat) {
    db.update(CHATS).set(CHATS.ACTIVE, false).where(CHATS.ID.eq(chat.value())).execute();
  }

  void upsertMember(WorkspaceId workspace, UserId user, Role role, Instant now) {
    db.insertInto(MEMBERS)
        .set(MEMBERS.WORKSPACE_ID, workspace.value())
        .set(MEMBERS.USER_ID, user.value())
        .set(MEMBERS.ROLE, role.code())
        .set(MEMBERS.JOINED_AT, now)
        .set(MEMBERS.LAST_ACTED_AT, now)
        .onConflict(MEMBERS.WORKSPACE_ID, MEMBERS.USER_ID)
        .doUpdate()
        .set(MEMBERS.ROLE, excluded(MEMBERS.ROLE))
        .set(MEMBERS.LAST_ACTED_AT, excluded(MEMBERS.LAST_ACTED_AT))
        .setNull(MEMBERS.LEFT_AT)
        .execute();
  }

  void markLeft(WorkspaceId workspace, UserId user, Instant now) {
    db.update(MEMBERS)
        .set(MEMBERS.LEFT_AT, now)
        .where(MEMBERS.WORKSPACE_ID.eq(workspace.value()))
        .and(MEMBERS.USER_ID.eq(user.value()))
        .and(MEMBERS.LEFT_AT.isNull())
        .execute();
  }

  List<Team.Membership> memberships(UserId user) {
    return db.select(MEMBERS.WORKSPACE_ID.convertFrom(WorkspaceId::new), CHATS.TELEGRAM_CHAT_ID)
        .from(MEMBERS)
        .join(CHATS)
        .on(CHATS.WORKSPACE_ID.eq(MEMBERS.WORKSPACE_ID))
        .and(CHATS.ACTIVE)
        .where(MEMBERS.USER_ID.eq(user.value()))
        .and(MEMBERS.LEFT_AT.isNull())
        .orderBy(MEMBERS.LAST_ACTED_AT.desc(), MEMBERS.WORKSPACE_ID, CHATS.ID)
        .fetch(mapping(Team.Membership::new));
  }

  void upsertBot(long telegramBotId, String username, Instant now) {
    db.insertInto(BOTS)
        .set(BOTS.TELEGRAM_BOT_ID, telegramBotId)
        .set(BOTS.USERNAME, username)
        .set(BOTS.SEEN_AT, now)
        .onConflict(BOTS.TELEGRAM_BOT_ID)
        .doUpdate()
        .set(BOTS.USERNAME, excluded(BOTS.USERNAME))
        .set(BOTS.SEEN_AT, excluded(BOTS.SEEN_AT))
        .execute();
  }

  Optional<String> newestBot() {
    return db.select(BOTS.USERNAME)
        .from(BOTS)
        .orderBy(BOTS.SEEN_AT.desc(), BOTS.TELEGRAM_BOT_ID)
        .limit(1)
        .fetchOptional(BOTS.USERNAME);
  }
}
