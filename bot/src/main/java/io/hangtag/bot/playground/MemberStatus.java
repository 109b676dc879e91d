package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/// What somebody is in a chat.
public enum MemberStatus {
  CREATOR,
  ADMINISTRATOR,
  MEMBER,
  LEFT,
  KICKED;

  private static final List<String> RIGHTS =
      List.of(
          "can_manage_chat",
          "can_delete_messages",
          "can_manage_video_chats",
          "can_restrict_members",
          "can_promote_members",
          "can_change_info",
          "can_invite_users",
          "can_post_stories",
          "can_edit_stories",
          "can_delete_stories");

  public boolean isMember() {
    return this == CREATOR || this == ADMINISTRATOR || this == MEMBER;
  }

  public boolean isAdministrator() {
    return this == CREATOR || this == ADMINISTRATOR;
  }

  /// A ChatMember of Telegram.
  ObjectNode asChatMember(ObjectNode user) {
    ObjectNode json = Json.object().put("status", name().toLowerCase(Locale.ROOT));
    json.set("user", user);
    switch (this) {
      case CREATOR -> json.put("is_anonymous", false);
      case ADMINISTRATOR -> {
        json.put("can_be_edited", false).put("is_anonymous", false);
        RIGHTS.forEach(right -> json.put(right, true));
      }
      case KICKED -> json.put("until_date", 0);
      case MEMBER, LEFT -> {}
    }
    return json;
  }
}
