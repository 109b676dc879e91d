package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.bot.playground.Access.Right;
import java.util.Map;

/// What the bot can learn of chats and their members, and how it leaves.
final class ChatMethods {

  private final World world;
  private final Access access;

  ChatMethods(World world, Access access) {
    this.world = world;
    this.access = access;
  }

  void addTo(Map<String, Method> methods) {
    Method.add(methods, "getChat", this::getChat);
    Method.add(methods, "getChatMember", this::getChatMember);
    Method.add(methods, "getChatAdministrators", this::getChatAdministrators);
    Method.add(methods, "leaveChat", this::leaveChat);
  }

  private JsonNode getChat(Request request) {
    Chat chat = access.chat(request, Right.READ);
    ObjectNode full = chat.asJson();
    full.put("accent_color_id", 0).put("max_reaction_count", 11);
    ObjectNode gifts = full.putObject("accepted_gift_types");
    gifts.put("unlimited_gifts", false).put("limited_gifts", false).put("unique_gifts", false);
    gifts.put("premium_subscription", false).put("gifts_from_channels", false);
    return full;
  }

  private JsonNode getChatMember(Request request) {
    long userId = request.number("user_id");
    if (userId <= 0) {
      throw Refusal.badRequest("Invalid user_id specified");
    }
    boolean isSelf = userId == world.account().id();
    Chat chat = access.chat(request, isSelf ? Right.READ : Right.READ_MEMBERS);
    if (!isSelf && world.findPerson(userId).isEmpty()) {
      throw Refusal.badRequest("member not found");
    }
    boolean isHidden =
        chat.kind() == ChatKind.CHANNEL && !chat.status(world.account().id()).isAdministrator();
    if (isHidden && !isSelf) {
      throw Refusal.badRequest("member list is inaccessible");
    }
    return chat.status(userId).asChatMember(world.user(userId));
  }

  private JsonNode getChatAdministrators(Request request) {
    Chat chat = access.chat(request, Right.READ_MEMBERS);
    if (chat.kind() == ChatKind.PRIVATE) {
      throw Refusal.badRequest("there are no administrators in the private chat");
    }
    ArrayNode administrators = Json.array();
    chat.statuses()
        .forEach(
            (userId, status) -> {
              if (status.isAdministrator()) {
                administrators.add(status.asChatMember(world.user(userId)));
              }
            });
    return administrators;
  }

  private JsonNode leaveChat(Request request) {
    Chat chat = access.chat(request, Right.READ);
    if (chat.kind() == ChatKind.PRIVATE) {
      throw Refusal.badRequest("chat member status can't be changed in private chats");
    }
    MembershipChanges.botLeaves(chat);
    return Json.yes();
  }
}
