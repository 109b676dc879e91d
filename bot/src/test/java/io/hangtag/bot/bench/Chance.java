package io.hangtag.bot.bench;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/// Draws by lot; the same seed draws the same.
final class Chance {
  private final UniformRandomProvider random;
  private final ZigguratSampler.NormalizedGaussian normal;

  Chance(long seed) {
    this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    this.normal = ZigguratSampler.NormalizedGaussian.of(random);
  }

  /// From 0 to below the limit.
  int below(int limit) {
    return random.nextInt(limit);
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /// Every order of magnitude alike.
  double scaleBetween(double low, double high) {
    return Math.exp(between(Math.log(low), Math.log(high)));
  }

  /// With mean 0 and standard deviation 1.
  double normal() {
    return normal.sample();
  }

  /// A factor with mean 1; the larger the shape, the closer to it.
  double factor(double shape) {
    return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1 / shape).sample();
  }

  int count(double mean) {
    return mean > 0 ? PoissonSampler.of(random, mean).sample() : 0;
  }

  /// A place in an array, each as likely as its weight.
  int choose(double[] weights) {
    double left = 0;
    for (double weight : weights) {
      left += weight;
    }
    left *= random.nextDouble();
    for (int place = 0; place < weights.length; place++) {
      left -= weights[place];
      if (left < 0) {
        return place;
      }
    }
    return weights.length - 1;
  }
}
