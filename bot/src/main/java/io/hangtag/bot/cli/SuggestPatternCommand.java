package io.hangtag.bot.cli;

import io.hangtag.core.suggestion.FileNamePattern;
import io.hangtag.core.suggestion.FileNamePattern.Reading;
import io.hangtag.core.suggestion.FileNames;
import io.hangtag.core.suggestion.FileNames.Finding;
import io.hangtag.core.suggestion.FileNames.Trial;
import io.hangtag.core.suggestion.FileNames.Tried;
import io.hangtag.core.team.Workspace;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hangtag suggest pattern ...`.
@Command(
    name = "pattern",
    description = "Say where the team's file names have the SKU.",
    subcommands = {
      SuggestPatternCommand.SetPattern.class,
      SuggestPatternCommand.Show.class,
      SuggestPatternCommand.Clear.class
    })
final class SuggestPatternCommand {

  /// `hangtag suggest pattern set`.
  @Command(
      name = "set",
      description = "Read the SKU from file names by a regular expression with (?<sku>...).")
  static final class SetPattern implements CoreCommand {
    @Mixin private TeamOption team;

    @Parameters(
        paramLabel = "REGEX",
        description = "For example '^(?<sku>[A-Z]+-[0-9]+)_'; upper and lower case are the same.")
    private String expression;

    @Option(names = "--dry-run", description = "Only list what it finds in the files there are.")
    private boolean dryRun;

    @Option(
        names = "--limit",
        paramLabel = "N",
        defaultValue = "50",
        converter = ArgumentTypes.Limit.class,
        description = "How many files to list at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    public Answer run(Session session) {
      Workspace workspace = team.among(session.core().workspaces());
      FileNames fileNames = session.core().fileNames();
      FileNamePattern pattern =
          switch (FileNamePattern.read(expression)) {
            case Reading.Good(FileNamePattern good) -> good;
            case Reading.Bad(String problem) ->
                throw new RefusedException(
                    "bad_pattern", "This is no usable pattern: %s.".formatted(problem));
          };
      Trial trial = fileNames.tryOut(workspace.id(), pattern);
      if (!dryRun) {
        refuseSlow(trial);
        fileNames.set(workspace.id(), pattern);
      }
      return new Answer(document(pattern, trial), text(trial));
    }

    private static void refuseSlow(Trial trial) {
      trial.files().stream()
          .filter(file -> file.finding() == Finding.TOO_SLOW)
          .findFirst()
          .ifPresent(
              file -> {
                throw new RefusedException(
                    "slow_pattern",
                    "This pattern takes too long on some names, for example %s."
                        .formatted(Table.text(file.fileName())));
              });
    }

    private TrialDocument document(FileNamePattern pattern, Trial trial) {
      return new TrialDocument(
          pattern.toString(),
          !dryRun,
          trial.files().size(),
          trial.count(Finding.PRODUCT),
          trial.count(Finding.UNKNOWN_SKU),
          trial.count(Finding.NO_SKU),
          trial.conflicts().size(),
          trial.conflicts().stream().limit(limit).map(FileDocument::of).toList(),
          others(trial).limit(limit).map(FileDocument::of).toList());
    }

    private String text(Trial trial) {
      String summary =
          "%s Files: %,d. With a product: %,d, with an unknown SKU: %,d, without SKU: %,d, conflicts: %,d."
              .formatted(
                  dryRun ? "Nothing was changed." : "Set.",
                  trial.files().size(),
                  trial.count(Finding.PRODUCT),
                  trial.count(Finding.UNKNOWN_SKU),
                  trial.count(Finding.NO_SKU),
                  trial.conflicts().size());
      Table table = new Table("MEDIA", "FILE", "SKU", "PRODUCT", "FINDING");
      Stream.concat(trial.conflicts().stream(), others(trial))
          .limit(limit)
          .forEach(
              file ->
                  table.row(
                      file.media().value(),
                      file.fileName(),
                      file.sku(),
                      file.products().isEmpty() ? null : file.products().getFirst().title(),
                      file.finding().code()));
      return trial.files().isEmpty() ? summary : "%s\n\n%s".formatted(summary, table);
    }

    private static Stream<Tried> others(Trial trial) {
      List<Tried> conflicts = trial.conflicts();
      return trial.files().stream().filter(file -> !conflicts.contains(file));
    }
  }

  /// `hangtag suggest pattern show`.
  @Command(name = "show", description = "Show the pattern.")
  static final class Show implements CoreCommand {
    @Mixin private TeamOption team;

    @Override
    public Answer run(Session session) {
      Workspace workspace = team.among(session.core().workspaces());
      String pattern = session.core().fileNames().pattern(workspace.id()).orElse(null);
      return new Answer(new Kept(pattern), pattern == null ? "No pattern." : pattern);
    }
  }

  /// `hangtag suggest pattern clear`.
  @Command(name = "clear", description = "Read no SKU from file names by a pattern.")
  static final class Clear implements CoreCommand {
    @Mixin private TeamOption team;

    @Override
    public Answer run(Session session) {
      Workspace workspace = team.among(session.core().workspaces());
      session.core().fileNames().clear(workspace.id());
      return new Answer(new Kept(null), "No pattern any more.");
    }
  }

  private record Kept(@Nullable String pattern) {}

  private record TrialDocument(
      String pattern,
      boolean saved,
      int files,
      int matched,
      int unknownSku,
      int noSku,
      int conflicting,
      List<FileDocument> conflicts,
      List<FileDocument> others) {}

  private record FileDocument(
      long mediaId, String fileName, @Nullable String sku, List<String> products, String finding) {
    static FileDocument of(Tried file) {
      return new FileDocument(
          file.media().value(),
          file.fileName(),
          file.sku(),
          file.products().stream().map(product -> product.title()).toList(),
          file.finding().code());
    }
  }
}
