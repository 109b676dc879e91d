package io.hangtag.bot.cli;

import picocli.CommandLine.Command;

/// `hangtag link ...`.
@Command(
    name = "link",
    description = "Say which products are in which media.",
    subcommands = {
      LinkAddCommand.class,
      LinkSetCommand.class,
      LinkRemoveCommand.class,
      LinkConfirmCommand.class,
      LinkRejectCommand.class,
      LinkSuggestCommand.class,
      LinkSuggestMediaCommand.class,
      LinkListCommand.class,
      LinkBulkCommand.class,
      LinkUndoCommand.class,
      LinkUtmCommand.class,
      LinkAttributionCommand.class
    })
final class LinkCommand {}
