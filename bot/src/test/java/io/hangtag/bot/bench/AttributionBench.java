package io.hangtag.bot.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hangtag.bot.bench.AttributionShop.Size;
import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.Recalculated;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How fast everything is calculated, beside other ways of coming to the same rows.
@Command(
    name = "attribution",
    description =
        "Attribution: one statement, DuckDB, plain arrays and a loop over media beside it.",
    mixinStandardHelpOptions = true)
final class AttributionBench implements Callable<Integer> {
  private static final int LOOPED_MEDIA = 20;
  private static final int ALL_MEDIA = 5_000;

  @Spec CommandSpec command = CommandSpec.create();

  @Option(
      names = "--size",
      paramLabel = "S",
      defaultValue = "M",
      description = "S, M, L (0.1, 1, 5 million order lines) or HOT (default: ${DEFAULT-VALUE}).")
  Size size = Size.M;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Makes the shop (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "2",
      description = "Of so many runs the fastest counts (default: ${DEFAULT-VALUE}).")
  int runs;

  @Option(names = "--json", description = "Print one JSON document.")
  boolean json;

  @Override
  public Integer call() throws Exception {
    say("Making a shop of %,d order lines and %,d posts ...".formatted(size.lines, size.posts));
    try (AttributionShop shop = AttributionShop.of(size, seed)) {
      Result result = measure(shop);
      command.commandLine().getOut().println(json ? json(result) : text(result));
    }
    return 0;
  }

  private Result measure(AttributionShop shop) throws Exception {
    Map<String, Double> seconds = new LinkedHashMap<>();
    say("Hangtag ...");
    seconds.put("hangtag", fastest(() -> shop.run("truncate credit_days"), () -> ours(shop)));
    String expected = shop.checksum("credit_days");
    say(expected);
    seconds.put("sql", compared(shop, "sql", expected, table -> sql(shop, table)));
    seconds.put("duckdb", compared(shop, "duckdb", expected, target -> duckdb(shop, target)));
    seconds.put(
        "arrays",
        compared(shop, "arrays", expected, table -> new ArrayAttribution(shop).into(table)));
    say("A loop over %d of %,d media ...".formatted(LOOPED_MEDIA, ALL_MEDIA));
    seconds.put("loop", timed(() -> loop(shop)) * ALL_MEDIA / LOOPED_MEDIA);
    seconds.put("again", fastest(() -> {}, () -> ours(shop)));
    seconds.put("one_day", fastest(() -> {}, () -> day(shop)));
    seconds.put("one_link", changedLink(shop));
    String after = shop.checksum("credit_days");
    if (!after.equals(expected)) {
      throw new IllegalStateException("%s after single changes: %s".formatted(expected, after));
    }
    return new Result(size.name(), size.lines, size.posts, expected, seconds);
  }

  private void ours(AttributionShop shop) {
    Recalculated done = shop.core().attribution().recalculate(shop.workspace());
    say("%,d lines, %,d credits".formatted(done.orderLines(), done.credits()));
  }

  private static void day(AttributionShop shop) {
    LocalDate day = LocalDate.of(2025, 6, 16);
    Recalculated _ =
        shop.core().attribution().recalculate(shop.workspace(), new DayRange(day, day));
  }

  private static double changedLink(AttributionShop shop) throws Exception {
    double there =
        timed(
            () -> {
              shop.run("update media_product_links set effective_to = '2025-06-01Z' where id = 17");
              Recalculated _ = shop.core().attribution().refresh(shop.workspace());
            });
    double back =
        timed(
            () -> {
              shop.run("update media_product_links set effective_to = null where id = 17");
              Recalculated _ = shop.core().attribution().refresh(shop.workspace());
            });
    return Math.min(there, back);
  }

  private static void sql(AttributionShop shop, String table) {
    long workspace = shop.workspace().value();
    shop.run(
        "create or replace function whole(bigint, bigint) returns bigint language sql immutable"
            + " parallel safe return $1 / $2");
    shop.database()
        .dsl()
        .connection(
            connection -> {
              try (var statement = connection.createStatement()) {
                statement.execute("set work_mem = '256MB'");
                statement.execute(
                    "create temp table touches as " + AttributionSql.touches(workspace));
                statement.execute("create index on touches (product_id, posted_at)");
                statement.execute("analyze touches");
                statement.execute(
                    "insert into %s (workspace_id, product_id, day, post_id, link_id, currency, media_item_id, revenue_minor, order_millionths, orders, orders_of_link, orders_of_product) with lines as (%s) %s"
                        .formatted(
                            table,
                            AttributionSql.lines(workspace),
                            AttributionSql.figures(
                                    workspace, "cast(ordered_at at time zone 'UTC' as date)")
                                .replaceFirst("with credits", ", credits")));
                statement.execute("drop table touches");
                statement.execute(AttributionSql.links(workspace, table));
                statement.execute("reset work_mem");
              }
            });
  }

  private static void duckdb(AttributionShop shop, String target) throws SQLException {
    new DuckAttribution(shop).into(target);
    shop.run(AttributionSql.links(shop.workspace().value(), "bench_duckdb"));
  }

  private void loop(AttributionShop shop) {
    LoopAttribution loop = new LoopAttribution(shop);
    LongStream.rangeClosed(1, LOOPED_MEDIA)
        .forEach(
            media -> {
              long looped = loop.revenueOf(media);
              long kept =
                  shop.database()
                      .dsl()
                      .fetchSingle(
                          "select coalesce(sum(revenue_minor), 0) from credit_days where media_item_id = ?",
                          media)
                      .get(0, Long.class);
              if (looped != kept) {
                throw new IllegalStateException(
                    "media %d: %d, not %d".formatted(media, looped, kept));
              }
            });
  }

  private double compared(AttributionShop shop, String name, String expected, Method method)
      throws Exception {
    say(name + " ...");
    String table = "bench_" + name;
    double best = Double.MAX_VALUE;
    for (int run = 0; run < runs; run++) {
      shop.run("drop table if exists " + table);
      shop.run("create table %s (like credit_days including all)".formatted(table));
      shop.run("drop table if exists bench_links");
      shop.run(
          "create table bench_links as select id, posts_using_link, attributed_orders,"
              + " attributed_revenue_minor from media_product_links");
      best = Math.min(best, timed(() -> method.into(target(name, table))));
    }
    String checksum = shop.checksum(table);
    if (!checksum.equals(expected)) {
      throw new IllegalStateException("%s: %s, not %s".formatted(name, checksum, expected));
    }
    shop.run("drop table " + table);
    return best;
  }

  private static String target(String name, String table) {
    return name.equals("sql")
        ? table
        : table
            + " (workspace_id, product_id, day, post_id, link_id, currency, media_item_id,"
            + " revenue_minor, order_millionths, orders, orders_of_link, orders_of_product)";
  }

  private double fastest(Runnable before, Work work) throws Exception {
    double best = Double.MAX_VALUE;
    for (int run = 0; run < runs; run++) {
      before.run();
      best = Math.min(best, timed(work));
    }
    return best;
  }

  private static double timed(Work work) throws Exception {
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / 1e9;
  }

  private static String text(Result result) {
    StringBuilder text =
        new StringBuilder(
            "%s: %,d order lines, %,d posts%n".formatted(result.size, result.lines, result.posts));
    double ours = result.seconds.getOrDefault("hangtag", 1.0);
    result.seconds.forEach(
        (name, time) -> text.append("%-10s %9.3f s  %9.2f x%n".formatted(name, time, time / ours)));
    return text.toString().stripTrailing();
  }

  private static String json(Result result) throws JsonProcessingException {
    Map<String, Double> ratios = new LinkedHashMap<>();
    double ours = result.seconds.getOrDefault("hangtag", 1.0);
    for (String name : new String[] {"sql", "duckdb", "arrays", "loop"}) {
      ratios.put(name, result.seconds.getOrDefault(name, 0.0) / ours);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("size", result.size);
    document.put("order_lines", result.lines);
    document.put("posts", result.posts);
    document.put("checksum", result.checksum);
    document.put("ratios", ratios);
    document.put("seconds", result.seconds);
    return JsonMapper.builder().build().writeValueAsString(document);
  }

  private void say(String progress) {
    command.commandLine().getErr().println(progress);
  }

  private interface Work {
    void run() throws Exception;
  }

  private interface Method {
    void into(String table) throws SQLException;
  }

  private record Result(
      String size, int lines, int posts, String checksum, Map<String, Double> seconds) {}
}
