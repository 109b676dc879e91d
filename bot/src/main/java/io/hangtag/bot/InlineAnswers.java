package io.hangtag.bot;

import io.hangtag.bot.chat.inline.InlineAnswer;
import io.hangtag.bot.chat.inline.InlineQuestion;
import io.hangtag.bot.chat.inline.InlineSearch;
import io.hangtag.bot.chat.inline.SoldSearch;
import io.hangtag.bot.chat.team.Membership;
import io.hangtag.core.Core;
import io.hangtag.core.team.Team;
import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Answers inline questions: products, or what they sold, for members of a team; nothing for
/// anybody else.
///
/// Nothing is written, and Telegram is asked outside of transactions.
final class InlineAnswers implements InlineDesk.Answerer {
  /// A slower database gets no time: three statements have to fit into [InlineDesk#LONGEST].
  private static final Duration LONGEST_STATEMENT = Duration.ofMillis(1_500);

  private final Core core;
  private final Membership membership;
  private final InlineSearch search;
  private final SoldSearch sold;
  private final Consumer<InlineAnswer> send;

  InlineAnswers(
      Core core,
      Membership membership,
      InlineSearch search,
      SoldSearch sold,
      Consumer<InlineAnswer> send) {
    this.core = core;
    this.membership = membership;
    this.search = search;
    this.sold = sold;
    this.send = send;
  }

  @Override
  public void answer(InlineQuestion question, BooleanSupplier wanted) {
    long person = question.person().telegramId();
    List<Team.Membership> groups = core.briefly(LONGEST_STATEMENT, () -> groupsOf(person));
    Optional<WorkspaceId> team = membership.firstOf(groups, person);
    if (!wanted.getAsBoolean()) {
      return;
    }
    InlineAnswer answer =
        team.map(workspace -> core.briefly(LONGEST_STATEMENT, () -> offered(workspace, question)))
            .orElseGet(() -> InlineSearch.forStranger(question));
    if (wanted.getAsBoolean()) {
      send.accept(answer);
    }
  }

  private InlineAnswer offered(WorkspaceId workspace, InlineQuestion question) {
    return SoldSearch.isAsked(question)
        ? sold.forMember(workspace, question)
        : search.forMember(workspace, question);
  }

  private List<Team.Membership> groupsOf(long telegramUserId) {
    Team team = core.team();
    return team.find(telegramUserId).map(team::membershipsOf).orElse(List.of());
  }
}
