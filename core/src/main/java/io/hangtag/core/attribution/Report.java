package io.hangtag.core.attribution;

import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What posts sold in a range of days.
///
/// Totals are those of the orders of these days; media are listed with what their posts of these
/// days earned, also after the range.
///
/// @param days empty: there are no orders
/// @param totals in the team's currency
/// @param others totals in other currencies, never added to those
/// @param media by revenue, highest first
/// @param byDay every day of the range, also those without orders; posts are those that show what
///     was asked about
/// @param maturing posts whose window is not over yet, of those that show what was asked about
/// @param newestOrder up to when orders are known; empty: there are none
/// @param details what else can be told of the same orders
public record Report(
    Optional<DayRange> days,
    Settings settings,
    Totals totals,
    List<Totals> others,
    List<MediaFigures> media,
    List<DayFigures> byDay,
    int maturing,
    Optional<Instant> newestOrder,
    Details details) {
  public Report {
    others = List.copyOf(others);
    media = List.copyOf(media);
    byDay = List.copyOf(byDay);
  }

  /// Revenue in one currency: attributed, unattributed and excluded come to net.
  ///
  /// @param net of all lines, those that are excluded too
  /// @param withoutPost revenue by why there is no credit
  /// @param orders distinct orders with a line that counts
  /// @param influencedOrders distinct orders with a line that was credited
  /// @param creditedOrders the credited parts of orders, added up
  /// @param proven revenue of orders whose own tags name a link: beside attributed revenue, never a
  ///     part of it to be added
  public record Totals(
      Money net,
      Money attributed,
      Map<Reason, Money> withoutPost,
      long orders,
      long influencedOrders,
      BigDecimal creditedOrders,
      Money proven) {
    public Totals {
      withoutPost = Map.copyOf(withoutPost);
    }

    /// Revenue that no post earned.
    public Money unattributed() {
      return without(false);
    }

    /// What is no revenue: cancelled, voided, tests, gift cards, and what the options leave out.
    public Money excluded() {
      return without(true);
    }

    private Money without(boolean excluded) {
      return new Money(
          withoutPost.entrySet().stream()
              .filter(entry -> entry.getKey().excluded() == excluded)
              .mapToLong(entry -> entry.getValue().minor())
              .sum(),
          net.currency());
    }
  }

  /// What a media item sold.
  ///
  /// @param posts published in the range
  /// @param linkedProducts products with a confirmed link in force at one of them
  /// @param orders distinct orders it had a part in
  /// @param revenue in the team's currency
  public record MediaFigures(
      MediaId media, int posts, int linkedProducts, long orders, Money revenue) {}

  /// What can be told of a report's orders beside who earned them, in the team's currency.
  ///
  /// @param lateLinks made or confirmed after a sale they are credited with
  /// @param unpaidOrders not paid yet, and counted all the same
  /// @param halo other lines of orders of which a line was credited, without credit themselves;
  ///     empty if the report is about less than everything
  public record Details(
      Dating dating,
      int lateLinks,
      int unpaidOrders,
      Optional<Money> halo,
      Map<Customer, CustomerFigures> customers,
      AdReport ads) {
    public Details {
      customers = Map.copyOf(customers);
    }
  }

  /// What new or returning customers bought.
  ///
  /// @param orders distinct orders with a line that counts
  /// @param net of their lines that count
  public record CustomerFigures(long orders, Money net, Money attributed) {}
}
