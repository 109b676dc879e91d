package io.hangtag.bot.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.insight.Categories;
import io.hangtag.core.insight.Correlation;
import io.hangtag.core.insight.Estimate;
import io.hangtag.core.insight.Evidence;
import io.hangtag.core.insight.Finding;
import io.hangtag.core.insight.Frequency;
import io.hangtag.core.insight.InsightReport;
import io.hangtag.core.insight.InsightReport.Period;
import io.hangtag.core.insight.Lift;
import io.hangtag.core.insight.Slot;
import io.hangtag.core.insight.Slots;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Insights as JSON.
///
/// @param productId Hangtag's own number; null: about all products
record InsightDocument(
    String from,
    String to,
    int weeks,
    long windowHours,
    @Nullable Long productId,
    @Nullable String productTitle,
    LiftDocument postingEffect,
    SlotsDocument bestPostingDays,
    SlotsDocument bestPostingHours,
    FrequencyDocument optimalPostFrequency,
    CategoriesDocument categoryPerformance,
    CorrelationDocument correlation) {
  static InsightDocument of(InsightReport report, @Nullable Product product) {
    Period period = report.period();
    return new InsightDocument(
        period.from().toString(),
        period.to().toString(),
        period.weeks(),
        period.windowHours(),
        product == null ? null : product.id().value(),
        product == null ? null : product.title(),
        LiftDocument.of(report.lift()),
        SlotsDocument.of(report.bestDays()),
        SlotsDocument.of(report.bestHours()),
        FrequencyDocument.of(report.frequency()),
        CategoriesDocument.of(report.categories()),
        CorrelationDocument.of(report.correlation()));
  }

  /// Rounded, so that nobody takes the rest for knowledge.
  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }

  private static @Nullable Double rounded(@Nullable Double value) {
    return value == null ? null : (Double) rounded(value.doubleValue());
  }

  private static @Nullable Double value(@Nullable Estimate estimate) {
    return estimate == null ? null : (Double) rounded(estimate.value());
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private record IntervalDocument(double low, double high, double level) {
    static @Nullable IntervalDocument of(@Nullable Estimate estimate) {
      return estimate == null
          ? null
          : new IntervalDocument(rounded(estimate.low()), rounded(estimate.high()), Estimate.LEVEL);
    }
  }

  private record EvidenceDocument(
      String verdict,
      long n,
      @Nullable Double estimate,
      @Nullable IntervalDocument interval,
      @Nullable Double p,
      @Nullable Double adjustedP,
      String grade,
      String sentence) {
    static EvidenceDocument of(Finding<?> finding) {
      Evidence evidence = finding.evidence();
      return new EvidenceDocument(
          code(evidence.verdict()),
          evidence.n(),
          value(evidence.estimate()),
          IntervalDocument.of(evidence.estimate()),
          rounded(evidence.p()),
          rounded(evidence.adjustedP()),
          evidence.grade().name(),
          evidence.sentence());
    }
  }

  private record LiftDocument(
      @JsonUnwrapped EvidenceDocument evidence,
      long orders,
      long ordersAfterPosts,
      double coverage,
      double chanceCoverage,
      @Nullable Double placebo,
      @Nullable IntervalDocument placeboInterval,
      long postsNeeded) {
    static LiftDocument of(Finding<Lift> finding) {
      Lift lift = finding.details();
      return new LiftDocument(
          EvidenceDocument.of(finding),
          lift.orders(),
          lift.ordersAfter(),
          rounded(lift.coverage()),
          rounded(lift.chanceCoverage()),
          value(lift.placebo()),
          IntervalDocument.of(lift.placebo()),
          lift.postsNeeded());
    }
  }

  private record SlotsDocument(
      @JsonUnwrapped EvidenceDocument evidence, List<SlotDocument> slots, long postsNeeded) {
    static SlotsDocument of(Finding<Slots> finding) {
      return new SlotsDocument(
          EvidenceDocument.of(finding),
          finding.details().slots().stream().map(SlotDocument::of).toList(),
          finding.details().postsNeeded());
    }
  }

  private record SlotDocument(
      String slot,
      long posts,
      double orderShare,
      @Nullable Double estimate,
      @Nullable IntervalDocument interval,
      @Nullable Double p) {
    static SlotDocument of(Slot slot) {
      return new SlotDocument(
          slot.name(),
          slot.posts(),
          rounded(slot.orderShare()),
          value(slot.ratio()),
          IntervalDocument.of(slot.ratio()),
          rounded(slot.p()));
    }
  }

  private record FrequencyDocument(
      @JsonUnwrapped EvidenceDocument evidence, List<BinDocument> weeks) {
    static FrequencyDocument of(Finding<Frequency> finding) {
      return new FrequencyDocument(
          EvidenceDocument.of(finding),
          finding.details().bins().stream().map(BinDocument::of).toList());
    }
  }

  private record BinDocument(
      int minPosts,
      @Nullable Integer maxPosts,
      int weeks,
      @Nullable Double estimate,
      @Nullable IntervalDocument interval) {
    static BinDocument of(Frequency.Bin bin) {
      return new BinDocument(
          bin.from(), bin.to(), bin.weeks(), value(bin.ratio()), IntervalDocument.of(bin.ratio()));
    }
  }

  private record CategoriesDocument(
      @JsonUnwrapped EvidenceDocument evidence, List<CategoryDocument> categories) {
    static CategoriesDocument of(Finding<Categories> finding) {
      return new CategoriesDocument(
          EvidenceDocument.of(finding),
          finding.details().categories().stream().map(CategoryDocument::of).toList());
    }
  }

  private record CategoryDocument(
      String category,
      long orders,
      long ordersAfterPosts,
      @Nullable Double estimate,
      @Nullable IntervalDocument interval,
      @Nullable Double p,
      boolean listed) {
    static CategoryDocument of(Categories.Category category) {
      return new CategoryDocument(
          category.name(),
          category.orders(),
          category.ordersAfter(),
          value(category.ratio()),
          IntervalDocument.of(category.ratio()),
          rounded(category.p()),
          category.isListed());
    }
  }

  private record CorrelationDocument(
      @JsonUnwrapped EvidenceDocument evidence,
      String strength,
      int days,
      List<Double> lags,
      @Nullable Double placebo) {
    static CorrelationDocument of(Finding<Correlation> finding) {
      Correlation correlation = finding.details();
      return new CorrelationDocument(
          EvidenceDocument.of(finding),
          code(correlation.strength()),
          correlation.days(),
          correlation.lags().stream().map(InsightDocument::rounded).toList(),
          rounded(correlation.placebo()));
    }
  }
}
