package io.hangtag.bot.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/// The faults to come, as a test or a drill has planned them. Safe for use by many threads.
public final class Faults {

  /// Decides, call by call, whether a planned fault happens; asked once for each call it covers.
  @FunctionalInterface
  interface Schedule {
    boolean strikes();
  }

  private record Rule(String method, long chatId, Schedule schedule, Fault fault) {

    boolean covers(Request request) {
      return (method.isEmpty() || method.equals(request.method()))
          && (chatId == 0 || chatId == request.number("chat_id"));
    }
  }

  /// A plan half said: which calls, not yet when and what.
  public final class Plan {

    private final String method;
    private final long chatId;

    private Plan(String method, long chatId) {
      this.method = method;
      this.chatId = chatId;
    }

    /// Only the calls about this chat.
    public Plan in(Chat chat) {
      return new Plan(method, chat.id());
    }

    public void next(Fault fault) {
      next(1, fault);
    }

    public void next(int count, Fault fault) {
      int[] left = {count};
      add(() -> left[0]-- > 0, fault);
    }

    /// Until [Faults#clear()].
    public void always(Fault fault) {
      add(() -> true, fault);
    }

    /// The k-th, the 2k-th and so on.
    public void every(int k, Fault fault) {
      int[] count = {0};
      add(() -> ++count[0] % k == 0, fault);
    }

    /// Now and then.
    ///
    /// @param probability from 0 to 1
    /// @param seed makes the sequence the same in every run
    public void randomly(double probability, long seed, Fault fault) {
      Random random = new Random(seed);
      add(() -> random.nextDouble() < probability, fault);
    }

    private void add(Schedule schedule, Fault fault) {
      synchronized (rules) {
        rules.add(new Rule(method, chatId, schedule, fault));
      }
    }
  }

  private final List<Rule> rules = new ArrayList<>();

  Faults() {}

  /// Plans for the calls of one method.
  ///
  /// @param method as documented, in any case
  public Plan on(String method) {
    return new Plan(method.toLowerCase(Locale.ROOT), 0);
  }

  public Plan onEverything() {
    return new Plan("", 0);
  }

  /// Nothing goes wrong from now on.
  public void clear() {
    synchronized (rules) {
      rules.clear();
    }
  }

  /// The first planned one that strikes; the plans after it are not asked.
  Optional<Fault> strike(Request request) {
    synchronized (rules) {
      return rules.stream()
          .filter(rule -> rule.covers(request))
          .filter(rule -> rule.schedule().strikes())
          .findFirst()
          .map(Rule::fault);
    }
  }
}
