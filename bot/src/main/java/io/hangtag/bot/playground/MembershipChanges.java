package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Comings and goings, and what the bot hears of them.
final class MembershipChanges {

  private MembershipChanges() {}

  static void change(Chat chat, Person actor, Person subject, MemberStatus status) {
    World world = chat.world();
    world
        .monitor()
        .run(
            () -> {
              MemberStatus old = chat.status(subject.id());
              chat.setStatus(subject.id(), status);
              ObjectNode user = subject.asUser();
              if (chat.kind().isGroup() && old.isMember() != status.isMember()) {
                Delivery.post(chat, service(actor, user, status));
              }
              boolean isBotAdministrator = chat.status(world.account().id()).isAdministrator();
              if (isBotAdministrator) {
                Delivery.tell(
                    world, "chat_member", update(chat, actor, user, List.of(old, status)));
              }
            });
  }

  static void changeBot(Chat chat, Person actor, MemberStatus status) {
    World world = chat.world();
    world
        .monitor()
        .run(
            () -> {
              BotAccount bot = world.account();
              MemberStatus old = chat.status(bot.id());
              chat.setStatus(bot.id(), status);
              ObjectNode update = update(chat, actor, bot.asUser(), List.of(old, status));
              Delivery.tell(world, "my_chat_member", update);
              boolean isServiceSeen = status.isMember() || chat.kind() == ChatKind.GROUP;
              if (chat.kind().isGroup() && old.isMember() != status.isMember() && isServiceSeen) {
                Delivery.post(chat, service(actor, bot.asUser(), status));
              }
            });
  }

  /// The bot goes by its own decision: no service message reaches it.
  static void botLeaves(Chat chat) {
    World world = chat.world();
    BotAccount bot = world.account();
    MemberStatus old = chat.status(bot.id());
    chat.setStatus(bot.id(), MemberStatus.LEFT);
    ObjectNode update = memberUpdate(chat, bot.asUser());
    update.set("old_chat_member", old.asChatMember(bot.asUser()));
    update.set("new_chat_member", MemberStatus.LEFT.asChatMember(bot.asUser()));
    Delivery.tell(world, "my_chat_member", update);
  }

  /// @param told what the bot hears of it, in this order
  static Chat migrate(Chat group, Person actor, List<UpgradeNotice> told) {
    if (group.kind() != ChatKind.GROUP || group.migratedTo() != 0) {
      throw new IllegalStateException("Only a basic group can be upgraded, not " + group);
    }
    World world = group.world();
    return world
        .monitor()
        .within(
            () -> {
              Chat supergroup = world.supergroup(group.title(), actor);
              group.statuses().forEach(supergroup::setStatus);
              told.forEach(notice -> tell(notice, group, supergroup, actor));
              group.migrateTo(supergroup.id());
              return supergroup;
            });
  }

  private static void tell(UpgradeNotice notice, Chat group, Chat supergroup, Person actor) {
    Draft draft = new Draft(actor.asUser());
    switch (notice) {
      case IN_THE_GROUP -> {
        draft.json().put("migrate_to_chat_id", supergroup.id());
        Delivery.post(group, draft);
      }
      case IN_THE_SUPERGROUP -> {
        draft.json().put("migrate_from_chat_id", group.id());
        Delivery.post(supergroup, draft);
      }
      case BOT_MOVED -> {
        ObjectNode bot = supergroup.world().account().asUser();
        List<MemberStatus> change = List.of(MemberStatus.LEFT, MemberStatus.MEMBER);
        Delivery.tell(supergroup.world(), "my_chat_member", update(supergroup, actor, bot, change));
      }
    }
  }

  private static Draft service(Person actor, ObjectNode user, MemberStatus status) {
    Draft draft = new Draft(actor.asUser());
    return status.isMember()
        ? draft.service("new_chat_members", Json.array(List.of(user)))
        : draft.service("left_chat_member", user);
  }

  /// @param change the old and the new status
  private static ObjectNode update(
      Chat chat, Person actor, ObjectNode user, List<MemberStatus> change) {
    ObjectNode update = memberUpdate(chat, actor.asUser());
    update.set("old_chat_member", change.getFirst().asChatMember(user));
    update.set("new_chat_member", change.getLast().asChatMember(user));
    return update;
  }

  private static ObjectNode memberUpdate(Chat chat, ObjectNode actor) {
    ObjectNode update = Json.object();
    update.set("chat", chat.asJson());
    update.set("from", actor);
    update.put("date", chat.world().now());
    return update;
  }
}
