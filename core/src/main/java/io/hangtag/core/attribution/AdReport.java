package io.hangtag.core.attribution;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/// What ads cost and sold in a report's days.
///
/// A campaign's spend is never divided: a medium has that of campaigns which are for it alone, and
/// a product of those which are for it alone.
///
/// @param total of all, also of campaigns that no link names; of one medium or product if only that
///     was asked for
/// @param campaigns by name, each currency apart; none if the report is about less than everything
/// @param media those with campaigns of their own
/// @param products likewise, by number
/// @param proven by medium, what the tags of orders prove with or without a campaign
public record AdReport(
    AdFigures total,
    List<Campaign> campaigns,
    Map<MediaId, AdFigures> media,
    List<ProductAds> products,
    Map<MediaId, Money> proven) {
  public AdReport {
    campaigns = List.copyOf(campaigns);
    media = Map.copyOf(media);
    products = List.copyOf(products);
    proven = Map.copyOf(proven);
  }

  static AdReport none(Currency currency) {
    Money nothing = new Money(0, currency);
    return new AdReport(
        new AdFigures(nothing, nothing, false), List.of(), Map.of(), List.of(), Map.of());
  }

  /// What a campaign cost and sold in one currency.
  ///
  /// @param orders that name the campaign by their tags
  /// @param media it is for, by number; none: no link names it
  public record Campaign(
      String name, AdFigures figures, int orders, List<MediaId> media, List<ProductId> products) {
    public Campaign {
      media = List.copyOf(media);
      products = List.copyOf(products);
    }
  }

  /// What the ads of one product alone cost and sold of it.
  public record ProductAds(ProductId product, String title, AdFigures figures) {}
}
