package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.bot.playground.BotAccount.Setting;
import java.util.Map;

/// What the bot tells and asks about itself.
final class ProfileMethods {

  private final World world;
  private final CommandMenus menus;

  ProfileMethods(World world, CommandMenus menus) {
    this.world = world;
    this.menus = menus;
  }

  void addTo(Map<String, Method> methods) {
    Method.add(methods, "getMe", _ -> getMe());
    Method.add(methods, "setMyCommands", menus::set);
    Method.add(methods, "getMyCommands", menus::get);
    Method.add(methods, "deleteMyCommands", menus::delete);
    Method.add(methods, "setMyDescription", request -> describe(request, "description", 512));
    Method.add(
        methods, "setMyShortDescription", request -> describe(request, "short_description", 120));
    Method.add(methods, "close", _ -> Json.yes());
    Method.add(methods, "logOut", _ -> Json.yes());
  }

  private JsonNode getMe() {
    BotAccount account = world.account();
    ObjectNode me = account.asUser();
    me.put("can_join_groups", true);
    me.put("can_read_all_group_messages", !account.has(Setting.PRIVACY_MODE));
    me.put("supports_inline_queries", account.has(Setting.INLINE_QUERIES));
    me.put("can_connect_to_business", false);
    me.put("has_main_web_app", false);
    me.put("has_topics_enabled", false);
    return me;
  }

  private static JsonNode describe(Request request, String parameter, int maxLength) {
    if (request.text(parameter).length() > maxLength) {
      throw Refusal.badRequest("BOT_INFO_TOO_LONG");
    }
    return Json.yes();
  }
}
