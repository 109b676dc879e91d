package io.hangtag.bot.chat.inline;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.team.WorkspaceId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a page of inline results ended, as the at most 64 bytes that Telegram gives back for the
/// next one.
///
/// @param workspace whose products were shown
/// @param shown how many so far, 1 to [#MAX_SHOWN]
/// @param last the last of them
record InlineOffset(WorkspaceId workspace, int shown, ProductId last) {
  /// Nobody scrolls further.
  static final int MAX_SHOWN = 1_000;

  private static final Pattern SYNTAX =
      Pattern.compile(
          "1:(?<workspace>[1-9][0-9]{0,17}):(?<shown>[1-9][0-9]{0,3}):(?<last>[1-9][0-9]{0,17})");

  String encode() {
    return "1:%d:%d:%d".formatted(workspace.value(), shown, last.value());
  }

  /// Nothing if it is none of ours.
  static Optional<InlineOffset> decode(String offset) {
    Matcher matcher = SYNTAX.matcher(offset);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    InlineOffset decoded =
        new InlineOffset(
            new WorkspaceId(Long.parseLong(matcher.group("workspace"))),
            Integer.parseInt(matcher.group("shown")),
            new ProductId(Long.parseLong(matcher.group("last"))));
    return Optional.of(decoded).filter(each -> each.shown() <= MAX_SHOWN);
  }
}
