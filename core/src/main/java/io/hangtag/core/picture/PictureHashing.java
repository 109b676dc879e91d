package io.hangtag.core.picture;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;

/// Tells what a picture looks like.
///
/// The gradient hash is the difference hash, 16 x 16; the perceptual hash takes the 64 slowest
/// waves of a discrete cosine transform of 32 x 32 fields (Zauner, "Implementation and Benchmarking
/// of Perceptual Image Hash Functions", 2010).
final class PictureHashing {
  private static final int SIDE = 16;
  private static final int WAVES = 8;
  private static final int FIELDS = 32;

  /// In a trimmed picture the paper around the product is noise below so many steps of brightness.
  private static final double DEAD_ZONE = 3;

  /// A picture of which fewer bits than this are set has nothing to be known by.
  private static final int ENOUGH_BITS = 8;

  private static final double[][] COSINES = cosines();

  private PictureHashing() {}

  /// What this picture looks like; empty if it is all of one colour, or nearly.
  static Optional<PictureHash> hash(BufferedImage image) {
    GrayPicture picture = GrayPicture.of(image);
    GrayPicture trimmed = picture.trimmed();
    PictureHash hash =
        new PictureHash(
            perceptual(picture),
            perceptual(trimmed),
            gradient(picture, 0),
            gradient(trimmed, DEAD_ZONE));
    boolean isPlain =
        hash.gradient().count() < ENOUGH_BITS || hash.gradientTrimmed().count() < ENOUGH_BITS;
    return isPlain ? Optional.empty() : Optional.of(hash);
  }

  private static Bits256 gradient(GrayPicture picture, double deadZone) {
    double[] fields = picture.fields(SIDE + 1, SIDE);
    long[] words = new long[4];
    for (int bit = 0; bit < SIDE * SIDE; bit++) {
      int field = bit / SIDE * (SIDE + 1) + bit % SIDE;
      boolean isBrighter = fields[field + 1] > fields[field] + deadZone;
      words[bit / 64] = words[bit / 64] << 1 | (isBrighter ? 1 : 0);
    }
    return new Bits256(words[0], words[1], words[2], words[3]);
  }

  private static long perceptual(GrayPicture picture) {
    double[] waves = waves(picture.fields(FIELDS, FIELDS));
    // The first one is the brightness of the whole picture.
    double[] sorted = Arrays.copyOfRange(waves, 1, waves.length);
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    long hash = 0;
    for (double wave : waves) {
      hash = hash << 1 | (wave > median ? 1 : 0);
    }
    return hash;
  }

  private static double[] waves(double[] fields) {
    double[] waves = new double[WAVES * WAVES];
    for (int v = 0; v < WAVES; v++) {
      for (int u = 0; u < WAVES; u++) {
        double sum = 0;
        for (int y = 0; y < FIELDS; y++) {
          for (int x = 0; x < FIELDS; x++) {
            sum += fields[y * FIELDS + x] * COSINES[v][y] * COSINES[u][x];
          }
        }
        waves[v * WAVES + u] = sum;
      }
    }
    return waves;
  }

  private static double[][] cosines() {
    double[][] cosines = new double[WAVES][FIELDS];
    for (int wave = 0; wave < WAVES; wave++) {
      for (int x = 0; x < FIELDS; x++) {
        cosines[wave][x] = Math.cos((2 * x + 1) * wave * Math.PI / (2 * FIELDS));
      }
    }
    return cosines;
  }
}
