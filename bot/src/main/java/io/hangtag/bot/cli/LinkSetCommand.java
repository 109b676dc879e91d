package io.hangtag.bot.cli;

import io.hangtag.core.linking.BatchId;
import io.hangtag.core.linking.EditOutcome;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.LinkEdit;
import io.hangtag.core.linking.LinkId;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hangtag link set`.
@Command(name = "set", description = "Change what is said of a link; '' takes away what was said.")
final class LinkSetCommand implements CoreCommand {
  @Mixin private TeamOption team;
  @Mixin private DetailOptions details;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "LINK_ID", description = "The number of the link.")
  private LinkId id;

  @Option(
      names = "--type",
      paramLabel = "T",
      converter = ArgumentTypes.GivenType.class,
      description = "featured, mentioned or background.")
  private @Nullable LinkType type;

  @Override
  public Answer run(Session session) {
    LinkEdit edit = details.edit(type);
    if (edit.equals(LinkEdit.NONE)) {
      throw new ParameterException(
          spec.commandLine(),
          "Nothing to change: one of --type, --note, --campaign, --utm, --metadata must be given");
    }
    Workspace workspace = team.among(session.core().workspaces());
    EditOutcome outcome =
        session.core().linking().edit(Actor.commandLine(workspace.id()), id, edit);
    return switch (outcome) {
      case EditOutcome.Changed(Link link, BatchId batch) ->
          LinkAnswer.of(
              "changed",
              link,
              workspace,
              "Changed %s. To take it back: hangtag link undo " + batch);
      case EditOutcome.Unchanged(Link link) ->
          LinkAnswer.of("unchanged", link, workspace, "Nothing changed, it was so already: %s.");
      case EditOutcome.Removed(Link link) -> throw LinkAnswer.removed(link);
      case EditOutcome.UnknownLink(LinkId unknown) -> throw LinkAnswer.unknown(workspace, unknown);
    };
  }
}
