package io.hangtag.bot.cli;

import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.LinkId;
import io.hangtag.core.linking.UnlinkReason;
import io.hangtag.core.team.Workspace;
import java.util.Objects;

/// What came of a command on one link, told.
final class LinkAnswer {
  private LinkAnswer() {}

  /// @param outcome for programs: lower case words joined by underscores
  /// @param text for people; `%s` becomes the link
  static Answer of(String outcome, Link link, Workspace workspace, String text) {
    String what =
        "link %s: %s in media %s, %s"
            .formatted(
                link.id(), Table.text(link.product().title()), link.media(), link.type().code());
    return new Answer(new Outcome(outcome, LinkDocument.of(link, workspace)), text.formatted(what));
  }

  static RefusedException unknown(Workspace workspace, LinkId link) {
    return new RefusedException(
        "unknown_link", "Workspace '%s' has no link %s.".formatted(workspace.name(), link));
  }

  static RefusedException removed(Link link) {
    UnlinkReason reason = Objects.requireNonNull(link.unlinkReason());
    return new RefusedException(
        "removed_link", "Link %s was removed (%s).".formatted(link.id(), reason.code()));
  }

  private record Outcome(String outcome, LinkDocument link) {}
}
