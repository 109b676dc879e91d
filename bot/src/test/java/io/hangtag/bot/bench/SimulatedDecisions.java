package io.hangtag.bot.bench;

import io.hangtag.core.suggestion.Decision;
import io.hangtag.core.suggestion.Reason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Made-up teams that answer suggestions: what speaks for them is drawn by lot, and whether they
/// are right too, with a chance that differs from team to team.
///
/// Of suggestions, 15 in 100 have a SKU in the file name (of those half a piece of it only), 10 a
/// title, 10 what may be a SKU or a word, 15 an album, 25 a category or tags in common with other
/// media, 15 what is often linked together, 10 words only; each has with one chance in three a
/// second, weaker reason: the day, tags, or that the team links the product often.
enum SimulatedDecisions {
  /// Reasons are worth what is expected at first.
  AS_EXPECTED {
    @Override
    double chance(double expected) {
      return expected;
    }
  },
  /// Everything is right half as often: the file names are another shop's.
  HALF_AS_OFTEN {
    @Override
    double chance(double expected) {
      return expected / 2;
    }
  },
  /// What is unsure is worse than expected.
  WORSE_WHERE_UNSURE {
    @Override
    double chance(double expected) {
      return expected * expected;
    }
  },
  /// The team photographs few products, and most of what is suggested is right.
  MOSTLY_RIGHT {
    @Override
    double chance(double expected) {
      return 0.4 + 0.58 * expected;
    }
  },
  /// Above a certain point all is right, below it nothing.
  ALL_OR_NOTHING {
    @Override
    double chance(double expected) {
      return expected > 0.4 ? 0.95 : 0.03;
    }
  };

  /// How often something is right that was expected to be so often.
  abstract double chance(double expected);

  List<Decision> of(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, count).mapToObj(_ -> decision(random)).toList();
  }

  private Decision decision(SplittableRandom random) {
    Map<Reason, Double> scores = new EnumMap<>(Reason.class);
    double main = main(random, scores);
    double second = random.nextInt(3) == 0 ? second(random, scores) : 0;
    // Two reasons are half as good as if they were independent.
    double expected = main + 0.5 * second * (1 - main);
    return new Decision(scores, random.nextDouble() < chance(expected));
  }

  private static double main(SplittableRandom random, Map<Reason, Double> scores) {
    int kind = random.nextInt(100);
    double part = random.nextDouble();
    if (kind < 8) {
      return put(scores, Reason.SKU_NAMED, 1, 0.97);
    } else if (kind < 15) {
      return put(scores, Reason.SKU_PART_NAMED, 1, 0.9);
    } else if (kind < 25) {
      return put(scores, Reason.TITLE_NAMED, part < 0.3 ? 0.3 : 0.9, 0.9);
    } else if (kind < 35) {
      return put(scores, Reason.SHORT_SKU_NAMED, part < 0.5 ? 0.5 : 1, 0.6);
    } else if (kind < 50) {
      return put(scores, Reason.SAME_ALBUM, part, 0.8);
    } else if (kind < 75) {
      return put(scores, Reason.SIMILAR_MEDIA, part, 0.7);
    } else if (kind < 90) {
      return put(scores, Reason.LINKED_TOGETHER, part, 0.8);
    }
    return put(scores, Reason.WORD_MATCH, part, 0.3);
  }

  private static double second(SplittableRandom random, Map<Reason, Double> scores) {
    double part = random.nextDouble();
    return switch (random.nextInt(3)) {
      case 0 -> put(scores, Reason.SAME_DAY, part, 0.6);
      case 1 -> put(scores, Reason.TAG_MATCH, part, 0.5);
      default -> put(scores, Reason.OFTEN_LINKED, part * 0.2, 0.5);
    };
  }

  private static double put(Map<Reason, Double> scores, Reason reason, double score, double worth) {
    scores.put(reason, score);
    return worth * score;
  }
}
