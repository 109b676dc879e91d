package io.hangtag.bot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class InsightsBenchTest {
  @Test
  void says_how_often_insights_are_right() throws IOException {
    JsonNode score = new JsonMapper().readTree(run("--runs", "12", "--json"));

    assertThat(score.get("false_claims").asDouble()).isLessThan(0.3);
    assertThat(score.get("coverage").asDouble()).isBetween(0.8, 1.0);
    assertThat(score.get("power").get("posting_effect_2.0").asDouble()).isGreaterThan(0.5);
    assertThat(score.get("coverage_of")).hasSize(6);
    assertThat(score.get("false_claims_of")).hasSize(6);
  }

  @Test
  void makes_up_the_same_shops_from_the_same_seed() {
    assertThat(run("--runs", "3", "--seed", "5", "--json"))
        .isEqualTo(run("--runs", "3", "--seed", "5", "--json"));
  }

  private static String run(String... options) {
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new InsightsBench())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(new StringWriter()))
            .execute(options);
    assertThat(code).isZero();
    return out.toString();
  }
}
