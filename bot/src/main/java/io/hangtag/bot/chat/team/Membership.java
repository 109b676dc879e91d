package io.hangtag.bot.chat.team;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.hangtag.core.team.Team;
import io.hangtag.core.team.UserId;
import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which team somebody may act for outside of its group.
///
/// What we know of members can be old: Telegram tells of people who leave only where the bot is an
/// administrator. So it is asked, at most every five minutes a person and group; when it cannot
/// say, the answer is no. Safe for use by many threads.
public final class Membership {
  private final Team team;
  private final Roll roll;
  private final Cache<Place, Boolean> known;

  public Membership(Team team, Roll roll, Ticker ticker) {
    this.team = team;
    this.roll = roll;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .ticker(ticker)
            .build();
  }

  /// The team that a person chose, or else last acted for, and still belongs to.
  public Optional<WorkspaceId> teamOf(UserId user, long telegramUserId) {
    return firstOf(team.membershipsOf(user), telegramUserId);
  }

  /// The team of the first of these groups that the person is still in.
  public Optional<WorkspaceId> firstOf(List<Team.Membership> groups, long telegramUserId) {
    return teams(groups, telegramUserId).findFirst();
  }

  /// The teams that a person still belongs to, the one that [#teamOf] gives first.
  public List<WorkspaceId> teamsOf(UserId user, long telegramUserId) {
    return teams(team.membershipsOf(user), telegramUserId).distinct().toList();
  }

  private Stream<WorkspaceId> teams(List<Team.Membership> groups, long telegramUserId) {
    return groups.stream()
        .filter(member -> isIn(new Place(member.telegramChatId(), telegramUserId)))
        .map(Team.Membership::workspace);
  }

  /// Whether a person is in a group of this team, also one who never acted there.
  public boolean isInGroupOf(WorkspaceId workspace, long telegramUserId) {
    return team.groupsOf(workspace).stream()
        .anyMatch(chat -> isIn(new Place(chat, telegramUserId)));
  }

  /// Whether a person is in this group of the team. Where Telegram does not tell (it may hide a
  /// group's members from bots that are no administrators): whether they acted there and did not
  /// leave since.
  public boolean isIn(
      WorkspaceId workspace, long telegramChatId, UserId user, long telegramUserId) {
    return look(new Place(telegramChatId, telegramUserId))
        .orElseGet(
            () ->
                team.membershipsOf(user).stream()
                    .anyMatch(member -> member.workspace().equals(workspace)));
  }

  /// Whether a person still belongs to this team.
  public boolean belongs(UserId user, long telegramUserId, WorkspaceId workspace) {
    return team.membershipsOf(user).stream()
        .filter(member -> member.workspace().equals(workspace))
        .anyMatch(member -> isIn(new Place(member.telegramChatId(), telegramUserId)));
  }

  /// Forgets what was known of a person who left or came.
  public void moved(long telegramChatId, long telegramUserId) {
    known.invalidate(new Place(telegramChatId, telegramUserId));
  }

  private boolean isIn(Place place) {
    return look(place).orElse(false);
  }

  private Optional<Boolean> look(Place place) {
    Boolean cached = known.getIfPresent(place);
    if (cached != null) {
      return Optional.of(cached);
    }
    Optional<Boolean> asked = roll.isMember(place.telegramChatId(), place.telegramUserId());
    asked.ifPresent(answer -> known.put(place, answer));
    return asked;
  }

  private record Place(long telegramChatId, long telegramUserId) {}

  /// Asks Telegram.
  @FunctionalInterface
  public interface Roll {
    /// Whether the person is in the group; nothing if that cannot be known now.
    Optional<Boolean> isMember(long telegramChatId, long telegramUserId);
  }
}
