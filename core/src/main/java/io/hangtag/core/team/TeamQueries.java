package io.hangtag.core.team;

import static io.hangtag.db.schema.Tables.BOTS;
import static io.hangtag.db.schema.Tables.CHATS;
import static io.hangtag.db.schema.Tables.MEMBERS;
import static io.hangtag.db.schema.Tables.USERS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.hangtag.db.schema.tables.Chats;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
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

  Optional<UserId> findUser(long telegramUserId) {
    return db.select(USERS.ID.convertFrom(UserId::new))
        .from(USERS)
        .where(USERS.TELEGRAM_USER_ID.eq(telegramUserId))
        .fetchOptional(mapping(user -> user));
  }

  /// Keeps others from entering or upgrading a chat with this number until the transaction ends.
  void lock(long telegramChatId) {
    db.select(advisoryLock("telegram chat " + telegramChatId)).fetch();
  }

  private static Field<Object> advisoryLock(String name) {
    return field("pg_advisory_xact_lock(hashtextextended({0}, 0))", val(name));
  }

  /// What the basic group of this number became.
  Optional<Chat> findUpgraded(long telegramChatId) {
    Chats former = CHATS.as("former");
    return db.select(chat(former.ID))
        .from(former)
        .join(CHATS)
        .on(CHATS.ID.eq(former.BECAME))
        .where(former.TELEGRAM_CHAT_ID.eq(telegramChatId))
        .fetchOptional(mapping(chat -> chat));
  }

  Optional<Chat> updateChat(long telegramChatId, Chat.Kind kind, @Nullable String title) {
    return db.update(CHATS)
        .set(CHATS.KIND, kind.code())
        .set(CHATS.TITLE, title)
        .set(CHATS.ACTIVE, true)
        .where(CHATS.TELEGRAM_CHAT_ID.eq(telegramChatId))
        .and(CHATS.BECAME.isNull())
        .returningResult(chat(CHATS.ID))
        .fetchOptional(mapping(chat -> chat));
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
        .returningResult(chat(CHATS.ID))
        .fetchSingle()
        .value1();
  }

  Optional<Chat> find(ChatId chat) {
    return db.select(chat(CHATS.ID))
        .from(CHATS)
        .where(CHATS.ID.eq(chat.value()))
        .fetchOptional(mapping(found -> found));
  }

  Optional<Chat> findActive(long telegramChatId) {
    return db.select(chat(CHATS.ID))
        .from(CHATS)
        .where(CHATS.TELEGRAM_CHAT_ID.eq(telegramChatId))
        .and(CHATS.ACTIVE)
        .fetchOptional(mapping(found -> found));
  }

  List<Long> boundGroups(String title) {
    return db.select(CHATS.TELEGRAM_CHAT_ID)
        .from(CHATS)
        .where(CHATS.KIND.eq(Chat.Kind.GROUP.code()))
        .and(CHATS.TITLE.eq(title))
        .and(CHATS.WORKSPACE_ID.isNotNull())
        .orderBy(CHATS.ID)
        .fetch(CHATS.TELEGRAM_CHAT_ID);
  }

  private static SelectField<Chat> chat(Field<Long> numbering) {
    return row(
            CHATS.ID.convertFrom(ChatId::new),
            CHATS.TELEGRAM_CHAT_ID,
            CHATS.KIND.convertFrom(Chat.Kind::of),
            CHATS.TITLE,
            CHATS.WORKSPACE_ID.convert(
                Converter.fromNullable(Long.class, WorkspaceId.class, WorkspaceId::new)),
            numbering.convertFrom(ChatId::new))
        .mapping(Chat::new);
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
        .and(CHATS.KIND.in(Chat.Kind.GROUP.code(), Chat.Kind.SUPERGROUP.code()))
        .where(MEMBERS.USER_ID.eq(user.value()))
        .and(MEMBERS.LEFT_AT.isNull())
        .orderBy(
            MEMBERS.CHOSEN_AT.desc().nullsLast(),
            MEMBERS.LAST_ACTED_AT.desc(),
            MEMBERS.WORKSPACE_ID,
            CHATS.ID)
        .fetch(mapping(Team.Membership::new));
  }

  List<Long> groups(WorkspaceId workspace) {
    return db.select(CHATS.TELEGRAM_CHAT_ID)
        .from(CHATS)
        .where(CHATS.WORKSPACE_ID.eq(workspace.value()))
        .and(CHATS.ACTIVE)
        .and(CHATS.KIND.ne(Chat.Kind.CHANNEL.code()))
        .orderBy(CHATS.ID)
        .fetch(CHATS.TELEGRAM_CHAT_ID);
  }

  /// The private chats with the admins of a team that are open to the bot.
  List<Chat> adminChats(WorkspaceId workspace) {
    return db.select(chat(CHATS.ID))
        .from(MEMBERS)
        .join(USERS)
        .on(USERS.ID.eq(MEMBERS.USER_ID))
        .join(CHATS)
        .on(CHATS.TELEGRAM_CHAT_ID.eq(USERS.TELEGRAM_USER_ID))
        .where(MEMBERS.WORKSPACE_ID.eq(workspace.value()))
        .and(MEMBERS.ROLE.eq(Role.ADMIN.code()))
        .and(MEMBERS.LEFT_AT.isNull())
        .and(CHATS.ACTIVE)
        .orderBy(CHATS.ID)
        .fetch(mapping(found -> found));
  }

  void markChosen(WorkspaceId workspace, UserId user, Instant now) {
    db.update(MEMBERS)
        .set(MEMBERS.CHOSEN_AT, now)
        .where(MEMBERS.WORKSPACE_ID.eq(workspace.value()))
        .and(MEMBERS.USER_ID.eq(user.value()))
        .execute();
  }

  List<Team.Member> members(WorkspaceId workspace, int limit) {
    return db.select(USERS.NAME, MEMBERS.ROLE.convertFrom(Role::of))
        .from(MEMBERS)
        .join(USERS)
        .on(USERS.ID.eq(MEMBERS.USER_ID))
        .where(MEMBERS.WORKSPACE_ID.eq(workspace.value()))
        .and(MEMBERS.LEFT_AT.isNull())
        .orderBy(MEMBERS.LAST_ACTED_AT.desc(), MEMBERS.USER_ID)
        .limit(limit)
        .fetch(mapping(Team.Member::new));
  }

  int countMembers(WorkspaceId workspace) {
    return db.fetchCount(
        MEMBERS, MEMBERS.WORKSPACE_ID.eq(workspace.value()).and(MEMBERS.LEFT_AT.isNull()));
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
