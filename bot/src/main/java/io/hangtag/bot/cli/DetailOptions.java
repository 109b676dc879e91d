package io.hangtag.bot.cli;

import io.hangtag.core.linking.LinkDetails;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What can be said of a link beside its type.
final class DetailOptions {
  @Option(names = "--note", paramLabel = "TEXT", description = "A note for the team.")
  private @Nullable String note;

  @Option(names = "--campaign", paramLabel = "ID", description = "The ad campaign's id.")
  private @Nullable String campaign;

  @Option(
      names = "--utm",
      paramLabel = "KEY=VALUE,...",
      description = "Any of source, medium, campaign, content.")
  private @Nullable UtmTags utm;

  @Option(
      names = "--metadata",
      paramLabel = "JSON",
      description = "A JSON object of the team's own.")
  private @Nullable JsonObject metadata;

  LinkDetails details() {
    return new LinkDetails(
        note,
        campaign,
        utm == null ? Map.of() : utm.values(),
        metadata == null ? null : metadata.text());
  }
}
