package io.hangtag.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.core.importing.ImportReport;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// /attribution.
final class SalesConversationTest {
  @RegisterExtension static final Talk talk = new Talk();

  /// The photo shows the hoodie, was posted two hours ago, and sold one of two an hour ago.
  private void soldAHoodie() {
    long _ = talk.shelf().holds("Blue Hoodie", "HD-1");
    long _ = talk.shelf().holds("Mug", "MUG-1");
    var _ = talk.ask("/link blue hoodie");
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var _ = talk.ask("/posted tiktok " + now.minus(2, ChronoUnit.HOURS));
    String at = now.minus(1, ChronoUnit.HOURS).toString().replace("T", " ").replace("Z", " +0000");
    ImportReport report =
        talk.bot()
            .core()
            .orderImport()
            .importShopify(
                talk.workspace(),
                new ByteArrayInputStream(
                    """
                    Name,Financial Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku
                    #1001,paid,USD,%1$s,2,Blue Hoodie,12.50,HD-1
                    #1001,,,%1$s,1,Mug,5.00,MUG-1
                    """
                        .formatted(at)
                        .getBytes(UTF_8)),
                _ -> {});
    assertThat(report.created()).as("%s", report.rejected()).isEqualTo(1);
  }

  @Test
  void says_what_a_photo_sold() {
    soldAHoodie();

    assertThat(talk.ask("/attribution").text())
        .contains("sold\n25.00 USD, 1 order, 1 post, 1 product.")
        .contains("Model equal, window 72 h, pending orders included; orders up to")
        .contains("1 post may still sell.");
  }

  @Test
  void says_what_the_team_sold_with_a_chart() {
    soldAHoodie();

    ChatMessage answer = talk.ask("/attribution 30d");

    assertThat(answer.text())
        .contains("By posts: 25.00 USD of 30.00 USD (83 %), 1 of 1 orders.")
        .containsPattern("media \\d+: 25.00 USD, 1 order, 1 post");
    assertThat(answer.json().path("photo").isMissingNode()).isFalse();
  }

  @Test
  void says_what_a_product_sold() {
    soldAHoodie();

    assertThat(talk.ask("/attribution mug").text())
        .contains("Mug")
        .contains("By posts: 0.00 USD of 5.00 USD (0 %), 0 of 1 orders.");
    assertThat(talk.ask("/attribution teapot").text()).contains("Nothing in the catalogue");
  }

  @Test
  void says_that_nothing_was_posted() {
    assertThat(talk.ask("/attribution").text()).contains("No posts of photo").contains("/posted");
    assertThat(talk.ask("/attribution 7d").text())
        .contains("No orders in these days.")
        .contains("no orders are imported yet");
  }
}
