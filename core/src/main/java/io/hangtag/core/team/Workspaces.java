package io.hangtag.core.team;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// The teams of this installation.
///
/// Safe for use by many threads.
public final class Workspaces {
  private final DSLContext db;

  public Workspaces(DSLContext db) {
    this.db = db;
  }

  /// Makes a new team, unless its name is taken.
  public CreateOutcome create(String name, ZoneId timezone, Currency currency) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > 100) {
      return new CreateOutcome.BadName(name);
    }
    return queries()
        .insert(stripped, timezone, currency)
        .<CreateOutcome>map(CreateOutcome.Created::new)
        .orElseGet(() -> new CreateOutcome.NameTaken(stripped));
  }

  /// The team of this name, made if there is none.
  public Workspace named(String name, ZoneId timezone, Currency currency) {
    return queries()
        .insert(name, timezone, currency)
        .or(() -> queries().findByName(name))
        .orElseThrow();
  }

  /// All teams with the number of their chats, by name.
  public List<Entry> list() {
    return queries().all();
  }

  /// The team with this name.
  public Optional<Workspace> find(String name) {
    return queries().findByName(name);
  }

  /// The team with this number.
  public Optional<Workspace> find(WorkspaceId id) {
    return queries().findById(id);
  }

  /// Teams that no chat belongs to, by name: made on the command line and waiting for their group.
  public List<Workspace> withoutChat() {
    return list().stream().filter(entry -> entry.chats() == 0).map(Entry::workspace).toList();
  }

  private WorkspaceQueries queries() {
    return new WorkspaceQueries(db);
  }

  /// A team and how many chats belong to it.
  public record Entry(Workspace workspace, int chats) {}

  /// What came of making a team.
  public sealed interface CreateOutcome {
    /// It is there.
    record Created(Workspace workspace) implements CreateOutcome {}

    /// Another team has this name.
    record NameTaken(String name) implements CreateOutcome {}

    /// Blank, or longer than 100 characters.
    record BadName(String name) implements CreateOutcome {}
  }
}
