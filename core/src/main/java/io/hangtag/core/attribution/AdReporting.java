package io.hangtag.core.attribution;

import io.hangtag.core.attribution.AdReport.Campaign;
import io.hangtag.core.attribution.AdReport.ProductAds;
import io.hangtag.core.attribution.ReportTally.AdSale;
import io.hangtag.core.attribution.SpendQueries.Advertised;
import io.hangtag.core.attribution.SpendQueries.Spent;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sets what ads cost beside what they are proven to have sold.
final class AdReporting {
  private final SpendQueries queries;
  private final List<Spent> spent;
  private final List<Advertised> advertised;
  private final ReportTally tally;
  private final Currency own;

  AdReporting(SpendQueries queries, DayRange days, ReportTally tally, Currency own) {
    this.queries = queries;
    this.spent = queries.spent(days);
    this.advertised = queries.advertised();
    this.tally = tally;
    this.own = own;
  }

  AdReport report(Question question) {
    Map<MediaId, AdFigures> media = new HashMap<>();
    alone(Advertised::media)
        .forEach((id, names) -> media.put(id, figures(names, sale -> sale.media() == id.value())));
    List<ProductAds> products = products();
    AdFigures none = AdReport.none(own).total();
    AdFigures total =
        question
            .media()
            .map(id -> media.getOrDefault(id, none))
            .or(
                () ->
                    question
                        .product()
                        .map(
                            id ->
                                products.stream()
                                    .filter(it -> it.product().equals(id))
                                    .map(ProductAds::figures)
                                    .findFirst()
                                    .orElse(none)))
            .orElseGet(() -> figures(names(), _ -> true));
    return new AdReport(
        total,
        question.isAboutEverything() ? campaigns() : List.of(),
        media,
        products,
        tally.provenOfMedia(own));
  }

  private List<ProductAds> products() {
    Map<ProductId, Set<String>> alone = alone(Advertised::product);
    Map<ProductId, String> titles = queries.titles(alone.keySet());
    List<ProductAds> products = new ArrayList<>();
    alone.forEach(
        (id, names) ->
            products.add(
                new ProductAds(
                    id,
                    Objects.requireNonNull(titles.get(id)),
                    figures(names, sale -> sale.product() == id.value()))));
    products.sort(Comparator.comparingLong((ProductAds it) -> it.product().value()));
    return products;
  }

  /// By medium or product the campaigns that are for nothing else.
  private <T> Map<T, Set<String>> alone(Function<Advertised, T> what) {
    Map<T, Set<String>> alone = new HashMap<>();
    byCampaign(what)
        .forEach(
            (campaign, of) -> {
              if (of.size() == 1) {
                alone.computeIfAbsent(of.getFirst(), _ -> new TreeSet<>()).add(campaign);
              }
            });
    return alone;
  }

  private <T> Map<String, List<T>> byCampaign(Function<Advertised, T> what) {
    Map<String, List<T>> of = new TreeMap<>();
    for (Advertised one : advertised) {
      List<T> known = of.computeIfAbsent(one.campaign(), _ -> new ArrayList<>());
      if (!known.contains(what.apply(one))) {
        known.add(what.apply(one));
      }
    }
    return of;
  }

  private Set<String> names() {
    return Stream.concat(
            spent.stream().map(Spent::campaign),
            tally.adSales().keySet().stream().map(AdSale::campaign))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Campaign> campaigns() {
    Map<String, List<MediaId>> media = byCampaign(Advertised::media);
    Map<String, List<ProductId>> products = byCampaign(Advertised::product);
    List<Campaign> campaigns = new ArrayList<>();
    for (String name : names()) {
      for (Currency currency : currencies(name)) {
        campaigns.add(
            new Campaign(
                name,
                figures(Set.of(name), _ -> true, currency),
                tally.adOrders(name, currency.getCurrencyCode()),
                media.getOrDefault(name, List.of()),
                products.getOrDefault(name, List.of())));
      }
    }
    return campaigns;
  }

  private List<Currency> currencies(String campaign) {
    return Stream.concat(
            spent.stream()
                .filter(it -> it.campaign().equals(campaign))
                .map(it -> it.spend().currency().getCurrencyCode()),
            tally.adSales().keySet().stream()
                .filter(it -> it.campaign().equals(campaign))
                .map(AdSale::currency))
        .distinct()
        .sorted()
        .map(Currency::getInstance)
        .toList();
  }

  private AdFigures figures(Set<String> campaigns, Predicate<AdSale> sales) {
    return figures(campaigns, sales, own);
  }

  private AdFigures figures(Set<String> campaigns, Predicate<AdSale> sales, Currency currency) {
    long spend = 0;
    boolean foreign = false;
    for (Spent one : spent) {
      if (campaigns.contains(one.campaign())) {
        boolean same = one.spend().currency().equals(currency);
        spend += same ? one.spend().minor() : 0;
        foreign |= !same && one.spend().minor() > 0;
      }
    }
    long revenue =
        tally.adSales().entrySet().stream()
            .filter(it -> campaigns.contains(it.getKey().campaign()))
            .filter(it -> it.getKey().currency().equals(currency.getCurrencyCode()))
            .filter(it -> sales.test(it.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    // What an ad in one currency sold in another cannot be set beside it.
    return new AdFigures(
        new Money(spend, currency), new Money(revenue, currency), foreign || !currency.equals(own));
  }
}
