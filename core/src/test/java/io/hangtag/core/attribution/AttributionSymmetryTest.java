package io.hangtag.core.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.attribution.Report.Totals;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What must not matter to who is credited, and computations that must agree.
final class AttributionSymmetryTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final SampleTeam team = test.team();
  private final Attribution attribution = test.core().attribution();
  private final History history = new History(test.sql(), team);
  private final RandomShop shop = new RandomShop(team, history);

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44, 45, 46})
  void engine_statement_and_brute_force_agree(long seed) {
    Random random = new Random(seed);
    shop.fill(random);
    Window window = new Window(24 + random.nextInt(120));
    BruteForce brute = new BruteForce(history, new Rules(AttributionModel.EQUAL, window));

    List<String> engine = shares(credits(new Rules(AttributionModel.EQUAL, window)));

    assertThat(engine).as("seed %d, %s", seed, window).isNotEmpty();
    assertThat(SqlAttribution.credits(test.sql(), team, window))
        .as("seed %d, %s", seed, window)
        .containsExactlyInAnyOrderElementsOf(engine)
        .containsExactlyInAnyOrderElementsOf(
            history.lines.stream()
                .flatMap(
                    line ->
                        brute.shares(line).stream()
                            .map(
                                share ->
                                    "%s/%d %d %d %d"
                                        .formatted(
                                            line.name(),
                                            line.position(),
                                            share.post(),
                                            share.media().value(),
                                            share.net())))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53, 54})
  void nothing_changes_when_everything_is_so_much_later(long seed) {
    Random random = new Random(seed);
    shop.fill(random);
    Rules rules =
        new Rules(
            RandomShop.any(List.of(AttributionModel.values()), random),
            new Window(24 + random.nextInt(120)));
    List<String> before = shares(credits(rules));
    String totals = totals(rules);
    Duration later =
        Duration.ofHours(random.nextInt(480) - 240).plus(random.nextInt(1_000), ChronoUnit.MICROS);

    shift(later);

    assertThat(before).as("seed %d", seed).isNotEmpty();
    assertThat(shares(credits(rules))).as("seed %d, %s later", seed, later).isEqualTo(before);
    assertThat(totals(rules)).as("seed %d, %s later", seed, later).isEqualTo(totals);
  }

  private void shift(Duration later) {
    long micros = later.toNanos() / 1_000;
    for (String change :
        List.of(
            "posts set posted_at = posted_at + d",
            "orders set created_at = created_at + d",
            "order_lines set ordered_at = ordered_at + d",
            // Both at once: a link may not end before it begins, not even for a moment.
            "media_product_links set effective_from = effective_from + d,"
                + " effective_to = effective_to + d")) {
      int _ =
          test.sql()
              .execute(
                  "update %s where workspace_id = %d"
                      .formatted(
                          change.replace(
                              " + d", " + %d * interval '1 microsecond'".formatted(micros)),
                          team.id().value()));
    }
  }

  private List<CreditedLine> credits(Rules rules) {
    List<CreditedLine> lines = new ArrayList<>();
    attribution.credits(team.id(), RandomShop.ALL, Optional.of(rules), lines::add);
    return lines;
  }

  private static List<String> shares(List<CreditedLine> lines) {
    return lines.stream()
        .flatMap(
            line ->
                line.credits().stream()
                    .map(
                        credit ->
                            "%s/%d %s %d %d"
                                .formatted(
                                    line.order(),
                                    line.line(),
                                    credit.post(),
                                    credit.media().value(),
                                    credit.credit().minor())))
        .sorted()
        .toList();
  }

  private String totals(Rules rules) {
    Report report =
        attribution.report(
            team.id(),
            new Question(
                Optional.of(RandomShop.ALL),
                Optional.of(rules),
                Optional.empty(),
                Optional.empty()));
    return Stream.concat(Stream.of(report.totals()), report.others().stream())
            .map(Totals::toString)
            .toList()
        + report.media().toString();
  }
}
