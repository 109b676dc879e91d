package io.hangtag.bot.cli;

import io.hangtag.core.Core;
import io.hangtag.core.catalog.CatalogueFault;
import io.hangtag.core.sales.SubtotalGap;
import io.hangtag.core.team.Workspace;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something in a team's data that should be looked at, and what to do about it.
record Finding(String workspace, String code, int count, String found, String advice) {
  private static final int GAPS_SHOWN = 3;

  /// All there is to say of a team.
  static Stream<Finding> of(Core core, Workspace workspace) {
    return Stream.concat(
            Stream.of(CatalogueFault.values()).map(fault -> of(core, workspace, fault)),
            Stream.of(subtotalGaps(core, workspace)))
        .filter(finding -> finding.count() > 0);
  }

  private static Finding of(Core core, Workspace workspace, CatalogueFault fault) {
    int count = core.catalogueQuality().count(workspace.id(), fault);
    return new Finding(
        workspace.name(),
        fault.name().toLowerCase(Locale.ROOT),
        count,
        found(fault, count),
        advice(fault));
  }

  private static String found(CatalogueFault fault, int count) {
    return switch (fault) {
      case SHARED_SKU ->
          counted(count, "SKU belongs", "SKUs belong") + " to several products each.";
      case UNPRICED -> counted(count, "product has", "products have") + " no price.";
      case UNSOLD ->
          counted(count, "product is", "products are") + " linked to media but not for sale.";
    };
  }

  private static String advice(CatalogueFault fault) {
    return switch (fault) {
      case SHARED_SKU ->
          "Give each product a SKU of its own in the shop and import again; until then the bot"
              + " asks which is meant. 'hangtag product list --shared-sku' lists them.";
      case UNPRICED ->
          "Set their prices in the shop and import again."
              + " 'hangtag product list --unpriced' lists them.";
      case UNSOLD ->
          "If they are sold no more, 'hangtag link remove LINK_ID --ended' ends their links and"
              + " keeps what they earned; else make them active in the shop and import again."
              + " 'hangtag product list --unsold' lists them.";
    };
  }

  private static Finding subtotalGaps(Core core, Workspace workspace) {
    int count = core.orderQuality().countSubtotalGaps(workspace.id());
    String first =
        core.orderQuality().subtotalGaps(workspace.id(), GAPS_SHOWN).stream()
            .map(Finding::text)
            .collect(Collectors.joining(", "));
    return new Finding(
        workspace.name(),
        "subtotal_gap",
        count,
        "%s a subtotal that the lines do not come to: %s%s."
            .formatted(
                counted(count, "order has", "orders have"),
                first,
                count > GAPS_SHOWN ? ", ..." : ""),
        "Compare them with the shop: an app may have changed prices or added fees, or lines are"
            + " missing in the export. Figures follow the lines.");
  }

  private static String text(SubtotalGap gap) {
    String sign = gap.gap().minor() > 0 ? "+" : "";
    return "%s (%s%s)".formatted(Table.text(gap.order()), sign, gap.gap());
  }

  private static String counted(int count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
