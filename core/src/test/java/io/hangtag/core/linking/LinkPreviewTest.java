package io.hangtag.core.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LinkPreviewTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final SampleTeam team = test.team();
  private final Linking linking = test.core().linking();
  private final Hand hand = new Hand(linking, team.person("Ann"));
  private final LinkRows rows = new LinkRows(test.sql(), team.id());
  private final ProductId hoodie = team.product("Blue hoodie");

  @Test
  void foretells_what_linking_does() {
    List<MediaId> photos = team.photos(6);
    LinkOutcome.Linked _ = hand.links(photos.get(0), hoodie);
    LinkOutcome.Linked _ = hand.links(photos.get(1), hoodie);
    LinkOutcome.Retyped _ = hand.retypes(photos.get(1), hoodie, LinkType.BACKGROUND);
    LinkId _ = rows.suggested(photos.get(2), hoodie);
    UnlinkOutcome.Unlinked _ = hand.unlinks(hand.links(photos.get(3), hoodie).link().id());
    LinkOutcome.Linked _ = hand.links(photos.get(4), team.product("Kettle"));
    List<MediaId> asked = new ArrayList<>(photos);
    MediaId elsewhere = test.team().photo();
    asked.addAll(List.of(photos.get(0), elsewhere));

    BulkPreview preview =
        linking.preview(team.id(), asked, hoodie, LinkType.FEATURED).orElseThrow();

    assertThat(preview).isEqualTo(new BulkPreview(7, 3, 1, 2, List.of(elsewhere)));
    BulkOutcome.Done done = hand.linksAll(asked, hoodie);
    assertThat(done).isEqualTo(new BulkOutcome.Done(7, 3, 1, 2, List.of(elsewhere), done.batch()));
  }

  @Test
  void writes_nothing() {
    List<MediaId> photos = team.photos(2);
    LinkId suggestion = rows.suggested(photos.get(0), hoodie);

    BulkPreview _ = linking.preview(team.id(), photos, hoodie, LinkType.FEATURED).orElseThrow();

    assertThat(rows.all()).containsExactly(rows.one(suggestion));
    assertThat(rows.events()).isEmpty();
  }

  @Test
  void follows_a_product_that_turned_out_to_be_another() {
    MediaId photo = team.photo();
    ProductId twin = team.product("Blue hoodie, printed");
    LinkOutcome.Linked _ = hand.links(photo, hoodie);
    team.merges(twin, hoodie);

    assertThat(linking.preview(team.id(), List.of(photo), twin, LinkType.FEATURED))
        .contains(new BulkPreview(1, 0, 1, 0, List.of()));
  }

  @Test
  void refuses_what_linking_refuses() {
    ProductId elsewhere = test.team().product("Kettle");

    assertThat(linking.preview(team.id(), List.of(), elsewhere, LinkType.FEATURED)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> linking.preview(team.id(), List.of(), hoodie, LinkType.SUGGESTED))
        .withMessageContaining("type");
  }
}
