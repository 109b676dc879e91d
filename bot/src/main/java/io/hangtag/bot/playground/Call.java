package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// A request the bot made, and what became of it.
///
/// @param method as documented
/// @param parameters as sent
/// @param status the HTTP status of the answer; 0 when a fault left it without one
/// @param description the words of a refusal, else empty
public record Call(
    Instant at, String method, ObjectNode parameters, int status, String description) {

  /// Empty when the call has no such parameter.
  public String parameter(String name) {
    return parameters.path(name).isContainerNode()
        ? parameters.path(name).toString()
        : parameters.path(name).asText("");
  }

  public boolean isRefused() {
    return status != 200;
  }
}
