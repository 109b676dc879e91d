package io.hangtag.bot.cli;

import io.hangtag.core.linking.LinkDetails;
import io.hangtag.core.linking.LinkEdit;
import io.hangtag.core.linking.LinkType;
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

  /// What a new link is to say.
  LinkDetails details() {
    return new LinkDetails(
        unlessBlank(note),
        unlessBlank(campaign),
        utm == null ? Map.of() : utm.values(),
        metadata == null ? null : unlessBlank(metadata.text()));
  }

  /// What an existing link is to say from now on.
  LinkEdit edit(@Nullable LinkType type) {
    return new LinkEdit(
        type,
        note,
        campaign,
        utm == null ? null : utm.values(),
        metadata == null ? null : metadata.text());
  }

  private static @Nullable String unlessBlank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
