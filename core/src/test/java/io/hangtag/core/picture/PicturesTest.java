package io.hangtag.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.picture.PictureLook.Seen;
import io.hangtag.core.picture.PictureLook.Unusable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PicturesTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final Pictures pictures = test.core().pictures();
  private final SampleTeam team = test.team();

  @Test
  void finds_the_same_pictures_that_comparing_each_with_each_finds() {
    Random random = new Random(11);
    List<PictureHash> hashes = new ArrayList<>();
    List<MediaId> media = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      hashes.add(i % 6 == 0 ? anyHash(random) : changed(hashes.get(i - 1), random));
      media.add(team.photo());
      pictures.remember(team.id(), media.get(i), new Seen(hashes.get(i)));
    }

    for (int i = 0; i < media.size(); i++) {
      PictureHash hash = hashes.get(i);
      int self = i;
      List<MediaId> expected =
          IntStream.range(0, media.size())
              .filter(other -> other != self && hashes.get(other).isOfSamePictureAs(hash))
              .mapToObj(media::get)
              .toList();
      assertThat(pictures.sameAs(team.id(), media.get(i))).as("seed 11, %d", i).isEqualTo(expected);
    }
  }

  @Test
  void looks_once_and_keeps_what_it_saw() {
    MediaId broken = team.photo();
    MediaId fresh = team.photo();
    pictures.remember(team.id(), broken, new Unusable("It cannot be read."));
    pictures.remember(team.id(), broken, new Seen(anyHash(new Random(1))));

    assertThat(pictures.unseen(team.id(), List.of(broken, fresh))).containsExactly(fresh);
    assertThat(pictures.sameAs(team.id(), broken)).isEmpty();
    assertThat(pictures.sameAs(team.id(), fresh)).isEmpty();
  }

  @Test
  void never_compares_with_another_team() {
    SampleTeam others = test.team();
    PictureHash hash = anyHash(new Random(2));
    MediaId ours = team.photo();
    pictures.remember(team.id(), ours, new Seen(hash));
    pictures.remember(others.id(), others.photo(), new Seen(hash));

    assertThat(pictures.sameAs(team.id(), ours)).isEmpty();
  }

  private static PictureHash anyHash(Random random) {
    return new PictureHash(random.nextLong(), random.nextLong(), any256(random), any256(random));
  }

  private static Bits256 any256(Random random) {
    return new Bits256(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  /// Changed in about as many bits as decide.
  private static PictureHash changed(PictureHash hash, Random random) {
    return new PictureHash(
        hash.perceptual() ^ bits(random, 3 + random.nextInt(8)),
        hash.perceptualTrimmed() ^ bits(random, 5),
        changed(hash.gradient(), random),
        changed(hash.gradientTrimmed(), random));
  }

  private static Bits256 changed(Bits256 hash, Random random) {
    int each = 2 + random.nextInt(8);
    return Bits256.of(hash.words().stream().map(word -> word ^ bits(random, each)).toList());
  }

  private static long bits(Random random, int count) {
    long bits = 0;
    while (Long.bitCount(bits) < count) {
      bits |= 1L << random.nextInt(64);
    }
    return bits;
  }
}
