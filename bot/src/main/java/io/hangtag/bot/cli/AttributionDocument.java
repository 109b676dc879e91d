package io.hangtag.bot.cli;

import io.hangtag.core.attribution.AdFigures;
import io.hangtag.core.attribution.AdReport;
import io.hangtag.core.attribution.AdReport.Campaign;
import io.hangtag.core.attribution.AdReport.ProductAds;
import io.hangtag.core.attribution.Customer;
import io.hangtag.core.attribution.Reason;
import io.hangtag.core.attribution.Report;
import io.hangtag.core.attribution.Report.CustomerFigures;
import io.hangtag.core.attribution.Report.MediaFigures;
import io.hangtag.core.attribution.Report.Totals;
import io.hangtag.core.attribution.RuleOption;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What posts sold, as JSON.
///
/// @param from the first day; null: there are no orders and posts
/// @param to the last day
/// @param newestOrder up to when orders are known; null: there are none
record AttributionDocument(
    @Nullable String from,
    @Nullable String to,
    String model,
    int windowHours,
    String currency,
    List<OtherTotals> otherCurrencies,
    TotalsDocument totals,
    List<MediaDocument> media,
    List<ReasonDocument> unattributed,
    List<ReasonDocument> excluded,
    int maturing,
    @Nullable String newestOrder,
    String by,
    List<String> options,
    int lateLinks,
    int pendingOrders,
    List<CustomerDocument> customers,
    List<CampaignDocument> campaigns,
    List<ProductDocument> products) {

  /// @param chanceCoverage the share of orders that would be attributed if posts had no effect, 0
  ///     to 1; empty: not known
  static AttributionDocument of(Report report, Optional<Double> chanceCoverage) {
    return new AttributionDocument(
        report.days().map(days -> days.from().toString()).orElse(null),
        report.days().map(days -> days.to().toString()).orElse(null),
        report.settings().rules().model().code(),
        report.settings().rules().window().hours(),
        report.settings().currency().getCurrencyCode(),
        report.others().stream().map(OtherTotals::of).toList(),
        TotalsDocument.of(report, chanceCoverage),
        report.media().stream().map(figures -> MediaDocument.of(figures, report)).toList(),
        reasons(report.totals(), false),
        reasons(report.totals(), true),
        report.maturing(),
        report.newestOrder().map(at -> Times.iso(at, report.settings().zone())).orElse(null),
        report.details().dating().code(),
        report.settings().rules().options().stream().map(RuleOption::code).sorted().toList(),
        report.details().lateLinks(),
        report.details().unpaidOrders(),
        Arrays.stream(Customer.values()).map(it -> CustomerDocument.of(it, report)).toList(),
        report.details().ads().campaigns().stream().map(CampaignDocument::of).toList(),
        report.details().ads().products().stream().map(ProductDocument::of).toList());
  }

  private static List<ReasonDocument> reasons(Totals totals, boolean excluded) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.excluded() == excluded)
        .filter(totals.withoutPost()::containsKey)
        .map(
            reason ->
                new ReasonDocument(
                    reason.code(),
                    Objects.requireNonNull(totals.withoutPost().get(reason)).decimal()))
        .toList();
  }

  record TotalsDocument(
      String netRevenue,
      String attributedRevenue,
      String unattributedRevenue,
      String excludedRevenue,
      long orders,
      long influencedOrders,
      BigDecimal creditedOrders,
      @Nullable BigDecimal chanceCoverage,
      String provenRevenue,
      @Nullable String haloRevenue,
      String adSpend,
      String adRevenue,
      @Nullable BigDecimal roas) {
    static TotalsDocument of(Report report, Optional<Double> chanceCoverage) {
      Totals totals = report.totals();
      AdFigures ads = report.details().ads().total();
      return new TotalsDocument(
          totals.net().decimal(),
          totals.attributed().decimal(),
          totals.unattributed().decimal(),
          totals.excluded().decimal(),
          totals.orders(),
          totals.influencedOrders(),
          totals.creditedOrders(),
          chanceCoverage
              .map(share -> BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP))
              .orElse(null),
          totals.proven().decimal(),
          report.details().halo().map(Money::decimal).orElse(null),
          ads.spend().decimal(),
          ads.revenue().decimal(),
          rounded(ads));
    }
  }

  record OtherTotals(
      String currency,
      String netRevenue,
      String attributedRevenue,
      String unattributedRevenue,
      String excludedRevenue,
      long orders) {
    static OtherTotals of(Totals totals) {
      return new OtherTotals(
          totals.net().currency().getCurrencyCode(),
          totals.net().decimal(),
          totals.attributed().decimal(),
          totals.unattributed().decimal(),
          totals.excluded().decimal(),
          totals.orders());
    }
  }

  /// What a media item sold, the mission's five figures first.
  record MediaDocument(
      long mediaId,
      int posts,
      int linkedProducts,
      long attributedOrders,
      String attributedRevenue,
      String provenRevenue,
      String adSpend,
      String adRevenue,
      @Nullable BigDecimal roas) {
    static MediaDocument of(MediaFigures figures, Report report) {
      AdReport ads = report.details().ads();
      Money nothing = new Money(0, report.settings().currency());
      AdFigures own =
          Objects.requireNonNullElse(
              ads.media().get(figures.media()), new AdFigures(nothing, nothing, false));
      return new MediaDocument(
          figures.media().value(),
          figures.posts(),
          figures.linkedProducts(),
          figures.orders(),
          figures.revenue().decimal(),
          ads.proven().getOrDefault(figures.media(), nothing).decimal(),
          own.spend().decimal(),
          own.revenue().decimal(),
          rounded(own));
    }
  }

  record CustomerDocument(
      String customer, long orders, String netRevenue, String attributedRevenue) {
    static CustomerDocument of(Customer customer, Report report) {
      CustomerFigures figures = Objects.requireNonNull(report.details().customers().get(customer));
      return new CustomerDocument(
          customer.code(),
          figures.orders(),
          figures.net().decimal(),
          figures.attributed().decimal());
    }
  }

  record CampaignDocument(
      String campaign,
      String currency,
      String adSpend,
      String adRevenue,
      @Nullable BigDecimal roas,
      int orders,
      List<Long> media,
      List<Long> products) {
    static CampaignDocument of(Campaign campaign) {
      AdFigures figures = campaign.figures();
      return new CampaignDocument(
          campaign.name(),
          figures.spend().currency().getCurrencyCode(),
          figures.spend().decimal(),
          figures.revenue().decimal(),
          rounded(figures),
          campaign.orders(),
          campaign.media().stream().map(MediaId::value).toList(),
          campaign.products().stream().map(ProductId::value).toList());
    }
  }

  /// @param id Hangtag's number of the product
  record ProductDocument(
      long id, String productTitle, String adSpend, String adRevenue, @Nullable BigDecimal roas) {
    static ProductDocument of(ProductAds product) {
      return new ProductDocument(
          product.product().value(),
          product.title(),
          product.figures().spend().decimal(),
          product.figures().revenue().decimal(),
          rounded(product.figures()));
    }
  }

  private static @Nullable BigDecimal rounded(AdFigures figures) {
    return figures.roas().map(ratio -> ratio.setScale(4, RoundingMode.HALF_UP)).orElse(null);
  }

  record ReasonDocument(String reason, String revenue) {}
}
