package io.hangtag.core.insight;

import io.hangtag.core.insight.Result.Tested;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Sales after posts beside sales without, by kind of product.
///
/// @param categories by name
public record Categories(List<Category> categories) {
  /// Of those listed as different, this share is wrong on average.
  private static final double WRONG = 0.10;

  public Categories {
    categories = List.copyOf(categories);
  }

  /// The products of one category.
  ///
  /// @param orders of them
  /// @param ordersAfter of them within the window after a post, to the full hour
  /// @param ratio how many times as often they sold after posts; null: not enough data
  /// @param p of the category by itself; null: not enough data
  /// @param isListed whether it is among those that differ, of which about one in ten is wrong
  public record Category(
      String name,
      long orders,
      long ordersAfter,
      @Nullable Estimate ratio,
      @Nullable Double p,
      boolean isListed) {
    private static Category untold(String name, long orders, RateRatio ratio) {
      return new Category(name, orders, ratio.after(), null, null, false);
    }

    private Category told(RateRatio of, double itsP, double adjustedP) {
      return new Category(name, orders, ordersAfter, of.estimate(), itsP, adjustedP <= WRONG);
    }
  }

  static Result<Categories> of(Sample sample, boolean isClean) {
    List<String> names = names(sample.panel());
    List<RateRatio> ratios = names.stream().map(name -> ratio(sample, name)).toList();
    List<Integer> known =
        IntStream.range(0, names.size())
            .filter(place -> Lift.isEnough(ratios.get(place)))
            .boxed()
            .toList();
    int posts = sample.panel().postCount();
    List<Category> untold = untold(sample.panel(), names, ratios);
    if (known.isEmpty() || sample.panel().weeks().count() < Lift.MIN_WEEKS) {
      return Result.notEnough(new Categories(untold), posts);
    }
    List<Double> ps = ps(sample, known.stream().map(names::get).toList());
    List<Double> adjusted = Multiplicity.benjaminiHochberg(ps);
    List<Category> categories = new ArrayList<>(untold);
    for (int label = 0; label < ps.size(); label++) {
      int place = known.get(label);
      categories.set(
          place, untold.get(place).told(ratios.get(place), ps.get(label), adjusted.get(label)));
    }
    int least = ps.indexOf(Collections.min(ps));
    // The least of the adjusted is what Simes says of all categories together.
    Tested tested =
        new Tested(ratios.get(known.get(least)).estimate(), Collections.min(adjusted), isClean);
    return Result.picked(new Categories(categories), posts, tested);
  }

  private static List<Category> untold(Panel panel, List<String> names, List<RateRatio> ratios) {
    return IntStream.range(0, names.size())
        .mapToObj(
            place -> {
              String name = names.get(place);
              return Category.untold(name, orders(panel, name), ratios.get(place));
            })
        .toList();
  }

  private static List<String> names(Panel panel) {
    return panel.targets().stream()
        .map(panel.categories()::get)
        .filter(Predicate.not(String::isEmpty))
        .distinct()
        .sorted()
        .toList();
  }

  private static long orders(Panel panel, String name) {
    return panel.targets().stream()
        .filter(target -> panel.categories().get(target).equals(name))
        .mapToLong(target -> panel.products().get(target).totalOrders())
        .sum();
  }

  private static RateRatio ratio(Sample sample, String name) {
    Panel panel = sample.panel();
    return RateRatio.of(
        sample.strata().stream()
            .filter(stratum -> panel.categories().get(stratum.product()).equals(name))
            .toList(),
        panel.weeks(),
        Contrast.window(panel.windowHours()));
  }

  private static List<Double> ps(Sample sample, List<String> names) {
    ShuffledLabels.Scores scores = new ShuffledLabels.Scores(names.size(), sample.shuffle());
    sample.scoreWindows(
        scores, stratum -> names.indexOf(sample.panel().categories().get(stratum.product())));
    ShuffledLabels test = scores.test();
    return IntStream.range(0, names.size()).mapToObj(label -> test.single().of(label)).toList();
  }
}
