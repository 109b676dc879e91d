package io.hangtag.core.attribution;

import static java.time.temporal.ChronoUnit.MICROS;

import io.hangtag.core.attribution.Report.CustomerFigures;
import io.hangtag.core.attribution.Report.Details;
import io.hangtag.core.attribution.Report.MediaFigures;
import io.hangtag.core.attribution.Report.Totals;
import io.hangtag.core.attribution.ReportQueries.Shown;
import io.hangtag.core.attribution.ReportSink.Period;
import io.hangtag.core.attribution.ReportTally.CustomerSums;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers one question about a team's posts and orders.
final class Reporting {
  private final Settings own;
  private final ReportQueries queries;
  private final SpendQueries spend;
  private final BiFunction<Settings, Dating, Stretches> stretches;

  /// @param own how the team counts
  /// @param stretches of the team's history, by the rules of these settings
  Reporting(
      Settings own,
      ReportQueries queries,
      SpendQueries spend,
      BiFunction<Settings, Dating, Stretches> stretches) {
    this.own = own;
    this.queries = queries;
    this.spend = spend;
    this.stretches = stretches;
  }

  Report report(Question question) {
    Settings settings = own.with(question.rules());
    Optional<Instant> newest = queries.newestOrder();
    Stretches read = stretches.apply(settings, question.dating());
    Optional<DayRange> days = question.days().or(() -> everything(read));
    ReportTally tally = new ReportTally();
    days.ifPresent(range -> add(span(range), question, read, new Adding(tally, true)));
    return new Report(
        days,
        settings,
        tally.totals(settings.currency()),
        others(tally, settings.currency()),
        days.map(range -> media(span(range), question, tally)).orElse(List.of()),
        days.map(range -> byDay(range, posts(range, question), tally)).orElse(List.of()),
        days.map(range -> maturing(range, question, settings, newest)).orElse(0),
        newest,
        details(days, question, settings, tally));
  }

  private Details details(
      Optional<DayRange> days, Question question, Settings settings, ReportTally tally) {
    Map<Customer, CustomerFigures> customers = new EnumMap<>(Customer.class);
    for (Customer customer : Customer.values()) {
      CustomerSums of = tally.customer(customer);
      customers.put(customer, new CustomerFigures(of.orders, money(of.net), money(of.attributed)));
    }
    return new Details(
        question.dating(),
        tally.lateLinks(id -> question.media().map(it -> it.value() == id).orElse(true)),
        settings.rules().has(RuleOption.PAID_ONLY)
            ? 0
            : days.map(range -> spend.countUnpaid(span(range), asked(question))).orElse(0),
        question.isAboutEverything()
            ? Optional.of(money(tally.sums(own.currency().getCurrencyCode()).halo))
            : Optional.empty(),
        customers,
        days.map(range -> new AdReporting(spend, range, tally, own.currency()).report(question))
            .orElseGet(() -> AdReport.none(own.currency())));
  }

  private Money money(long minor) {
    return new Money(minor, own.currency());
  }

  /// What media sold by posts of this span, each until its window was over; by revenue.
  List<MediaFigures> media(PostSpan posts) {
    Question all =
        new Question(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    ReportTally tally = new ReportTally();
    add(posts, all, stretches.apply(own, Dating.ORDER_DATE), new Adding(tally, false));
    return media(posts, all, tally);
  }

  /// What these media earned day by day, from their first post until nothing more can be credited
  /// to the last one, or for as long as orders are known; empty if they were never posted.
  List<DayFigures> days(Collection<MediaId> media, Instant now) {
    List<Instant> posted = queries.posted(media);
    if (posted.isEmpty()) {
      return List.of();
    }
    ReportTally tally = new ReportTally();
    DayRange days = daysOf(posted, now);
    List<Long> products = queries.productsShown(media);
    if (!products.isEmpty()) {
      Set<Long> numbers = media.stream().map(MediaId::value).collect(Collectors.toSet());
      stretches
          .apply(own, Dating.ORDER_DATE)
          .each(
              days, products, (_, stretch) -> new MediaDaySink(stretch, numbers, own, tally).add());
    }
    return byDay(
        days,
        posted.stream().collect(Collectors.groupingBy(this::dayOf, Collectors.summingInt(_ -> 1))),
        tally);
  }

  private DayRange daysOf(List<Instant> posted, Instant now) {
    Instant last = posted.getLast();
    Instant over = last.plus(Duration.ofHours(own.rules().window().hours()));
    Instant known = queries.newestOrder().filter(now::isBefore).orElse(now);
    Instant end = over.isBefore(known) ? over : last.isAfter(known) ? last : known;
    return new DayRange(dayOf(posted.getFirst()), dayOf(end));
  }

  /// What each of these products sold in these days.
  SoldProducts sold(Collection<ProductId> products, DayRange days) {
    ProductSink sink = new ProductSink(own);
    if (!products.isEmpty()) {
      List<Long> numbers = products.stream().map(ProductId::value).toList();
      stretches
          .apply(own, Dating.ORDER_DATE)
          .each(days, numbers, (_, stretch) -> sink.add(stretch));
    }
    return new SoldProducts(
        days,
        own,
        products.stream().distinct().collect(Collectors.toMap(it -> it, sink::sold)),
        sink.others().stream().sorted().map(Currency::getInstance).toList(),
        queries.newestOrder());
  }

  private PostSpan span(DayRange days) {
    return new PostSpan(days.start(own.zone()), days.end(own.zone()));
  }

  private Optional<DayRange> everything(Stretches read) {
    Optional<DayRange> posts =
        queries.posts().map(span -> new DayRange(dayOf(span.first()), dayOf(span.last())));
    Optional<DayRange> events = read.lastEvent().map(at -> new DayRange(dayOf(at), dayOf(at)));
    return Stream.of(read.days(), posts, events, spend.days())
        .flatMap(Optional::stream)
        .reduce(DayRange::around);
  }

  private LocalDate dayOf(Instant instant) {
    return instant.atZone(own.zone()).toLocalDate();
  }

  private void add(PostSpan span, Question question, Stretches read, Adding adding) {
    Period period =
        new Period(
            MICROS.between(Instant.EPOCH, span.start()), MICROS.between(Instant.EPOCH, span.end()));
    Instant lastEarned =
        span.end().plus(Duration.ofHours(own.with(question.rules()).rules().window().hours()));
    Set<Long> products = new HashSet<>(asked(question));
    if (question.media().isPresent()) {
      products.addAll(read.provenProducts(question.media().get(), span));
      if (products.isEmpty()) {
        return;
      }
    }
    read.each(
        new DayRange(dayOf(read.reaching(span).start()), dayOf(lastEarned)),
        products,
        (_, stretch) -> adding.add(stretch, period, own));
  }

  /// The products that are asked about, or that the media item shows; empty: all.
  private Collection<Long> asked(Question question) {
    return question
        .product()
        .map(ProductId::value)
        .<Collection<Long>>map(Set::of)
        .or(() -> question.media().map(queries::productsOf))
        .orElse(Set.of());
  }

  private static List<Totals> others(ReportTally tally, Currency own) {
    return tally.currencies().stream()
        .filter(code -> !code.equals(own.getCurrencyCode()))
        .sorted()
        .map(code -> tally.totals(Currency.getInstance(code)))
        .toList();
  }

  private List<MediaFigures> media(PostSpan posts, Question question, ReportTally tally) {
    return shown(posts, tally).stream()
        .filter(shown -> question.media().map(shown.media()::equals).orElse(true))
        .map(shown -> figures(shown, tally))
        .sorted(
            Comparator.comparingLong((MediaFigures figures) -> figures.revenue().minor())
                .reversed()
                .thenComparingLong(figures -> figures.media().value()))
        .collect(Collectors.toList());
  }

  /// What was posted in these days and, behind it, what earned something all the same: an ad, or by
  /// event something that was posted before.
  private List<Shown> shown(PostSpan posts, ReportTally tally) {
    List<Shown> shown = new ArrayList<>(queries.media(posts.start(), posts.end()));
    Set<Long> listed = shown.stream().map(it -> it.media().value()).collect(Collectors.toSet());
    tally.mediaWithFigures().stream()
        .filter(id -> !listed.contains(id))
        .sorted()
        .forEach(id -> shown.add(new Shown(new MediaId(id), 0, 0)));
    return shown;
  }

  private MediaFigures figures(Shown shown, ReportTally tally) {
    ReportTally.MediaSums sums = tally.media(shown.media().value());
    return new MediaFigures(
        shown.media(),
        shown.posts(),
        shown.products(),
        sums.orders,
        new Money(sums.revenue, own.currency()));
  }

  private Map<LocalDate, Integer> posts(DayRange days, Question about) {
    return queries.postsByDay(days.start(own.zone()), days.end(own.zone()), own.zone(), about);
  }

  private List<DayFigures> byDay(DayRange days, Map<LocalDate, Integer> posts, ReportTally tally) {
    return days.from()
        .datesUntil(days.to().plusDays(1))
        .map(
            day -> {
              ReportTally.DaySums sums = tally.day(day.toEpochDay());
              return new DayFigures(
                  day,
                  new Money(sums.net, own.currency()),
                  new Money(sums.attributed, own.currency()),
                  posts.getOrDefault(day, 0));
            })
        .toList();
  }

  private int maturing(
      DayRange days, Question question, Settings settings, Optional<Instant> newestOrder) {
    Instant after =
        newestOrder
            .orElse(Instant.EPOCH)
            .minus(Duration.ofHours(settings.rules().window().hours()));
    return queries.countPosts(days.start(own.zone()), days.end(own.zone()), after, question);
  }

  /// How stretches go into a tally.
  ///
  /// @param extras whether with all that is told beside who is credited
  private record Adding(ReportTally tally, boolean extras) {
    void add(Stretch stretch, Period period, Settings own) {
      new ReportSink(stretch, tally, period, own).add();
      if (extras) {
        new ReportExtras(stretch, tally, period, own).add();
      }
    }
  }
}
