package io.hangtag.bot.playground;

/// Whether the bot may do something in a chat. Called under the world's lock.
final class Access {

  /// What the bot wants; the real server asks the same four things.
  enum Right {
    READ,
    READ_MEMBERS,
    EDIT,
    WRITE
  }

  private final World world;

  Access(World world) {
    this.world = world;
  }

  /// @throws Refusal in the words for why not
  Chat chat(Request request, Right right) {
    if (!request.has("chat_id")) {
      throw Refusal.badRequest("chat_id is empty");
    }
    Chat chat =
        world
            .findChat(request.number("chat_id"))
            .filter(this::isKnown)
            .orElseThrow(() -> Refusal.badRequest("chat not found"));
    requireAccess(chat, right);
    return chat;
  }

  /// @throws Refusal "message to edit not found" and the like
  ChatMessage message(Chat chat, Request request, String what) {
    return chat.findMessage(request.integer("message_id", 0, 0, Integer.MAX_VALUE))
        .orElseThrow(() -> Refusal.badRequest(what + " not found"));
  }

  private boolean isKnown(Chat chat) {
    return switch (chat.kind()) {
      case PRIVATE -> world.findPerson(chat.id()).filter(world::isKnownToBot).isPresent();
      case GROUP, SUPERGROUP, CHANNEL ->
          chat.migratedTo() != 0 || chat.statuses().containsKey(world.account().id());
    };
  }

  private void requireAccess(Chat chat, Right right) {
    MemberStatus status = chat.status(world.account().id());
    boolean changes = right == Right.EDIT || right == Right.WRITE;
    switch (chat.kind()) {
      case PRIVATE -> requirePrivateAccess(chat, status, changes);
      case GROUP -> requireGroupAccess(chat, status, changes || right == Right.READ_MEMBERS);
      case SUPERGROUP, CHANNEL -> requireMembership(chat, status);
    }
    if (chat.kind() == ChatKind.CHANNEL && changes && !status.isAdministrator()) {
      throw Refusal.badRequest("need administrator rights in the channel chat");
    }
  }

  private static void requirePrivateAccess(Chat chat, MemberStatus status, boolean changes) {
    if (changes && !chat.hasBegun()) {
      throw Refusal.forbidden("bot can't initiate conversation with a user");
    }
    if (changes && !status.isMember()) {
      throw Refusal.forbidden("bot was blocked by the user");
    }
  }

  private static void requireGroupAccess(Chat chat, MemberStatus status, boolean changes) {
    if (changes && chat.migratedTo() != 0) {
      throw Refusal.migrated(chat.migratedTo());
    }
    if (changes) {
      requireMembership(chat, status);
    }
  }

  private static void requireMembership(Chat chat, MemberStatus status) {
    if (status == MemberStatus.KICKED) {
      throw Refusal.forbidden("bot was kicked from the " + chat.kind().word() + " chat");
    }
    if (!status.isMember()) {
      throw Refusal.forbidden("bot is not a member of the " + chat.kind().word() + " chat");
    }
  }
}
