package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Every method the playground knows, each called under the world's lock but the one that waits.
final class BotMethods {

  private final Map<String, Method> locked = new HashMap<>();
  private final Map<String, Method> waiting = new HashMap<>();
  private final UpdateMethods updateMethods;
  private final Monitor monitor;

  BotMethods(World world, Access access, CommandMenus menus) {
    this.monitor = world.monitor();
    this.updateMethods = new UpdateMethods(world);
    updateMethods.addTo(waiting);
    new MessageMethods(world, access).addTo(locked);
    new EditMethods(world, access).addTo(locked);
    new QueryMethods(world).addTo(locked);
    new ChatMethods(world, access).addTo(locked);
    new ProfileMethods(world, menus).addTo(locked);
    new FileMethods(world.files()).addTo(locked);
  }

  /// @throws Refusal in the server's words, or when the playground has no such method
  JsonNode answer(Request request) {
    Optional<Method> waits = Optional.ofNullable(waiting.get(request.method()));
    return waits.map(method -> method.answer(request)).orElseGet(() -> answerLocked(request));
  }

  private JsonNode answerLocked(Request request) {
    Method method = locked.get(request.method());
    if (method == null) {
      throw Refusal.notImplemented("method " + request.method());
    }
    return monitor.within(() -> method.answer(request));
  }

  boolean isPolled() {
    return updateMethods.isPolled();
  }

  void close() {
    updateMethods.close();
  }
}
