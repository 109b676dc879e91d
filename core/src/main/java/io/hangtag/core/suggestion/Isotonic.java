package io.hangtag.core.suggestion;

import io.hangtag.core.suggestion.Curve.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/// The rising steps that fit answers best.
final class Isotonic {
  private Isotonic() {}

  /// Around `at` this part of the answers was right.
  record Step(double at, double right) {}

  /// @param pull how many answers as expected each step starts from, so that few do not make it
  ///     0 or 1
  /// @param otherwise what is expected without them
  static List<Step> steps(List<Answer> answers, double pull, DoubleUnaryOperator otherwise) {
    // Answers to the same expectation are one block, whatever their order.
    NavigableMap<Double, Block> same = new TreeMap<>();
    answers.forEach(
        answer ->
            same.merge(
                answer.expected(),
                new Block(answer.expected(), answer.right() ? 1 : 0, 1),
                Block::with));
    Deque<Block> blocks = new ArrayDeque<>();
    same.values().forEach(block -> push(blocks, block));
    List<Step> steps = new ArrayList<>();
    double last = 0;
    for (Block block : blocks) {
      double at = block.expected / block.count;
      double pulled = (block.right + pull * otherwise.applyAsDouble(at)) / (block.count + pull);
      last = Math.max(last, pulled);
      steps.add(new Step(at, last));
    }
    return steps;
  }

  private static void push(Deque<Block> blocks, Block next) {
    Block block = next;
    while (!blocks.isEmpty() && blocks.getLast().isAbove(block)) {
      block = blocks.removeLast().with(block);
    }
    blocks.addLast(block);
  }

  /// Between steps in a straight line, beyond them level.
  static double at(List<Step> steps, double expected) {
    Step before = steps.getFirst();
    for (Step step : steps) {
      if (expected <= step.at()) {
        double width = step.at() - before.at();
        double part = width <= 0 ? 1 : (expected - before.at()) / width;
        return before.right() + Math.clamp(part, 0, 1) * (step.right() - before.right());
      }
      before = step;
    }
    return before.right();
  }

  private record Block(double expected, double right, double count) {
    boolean isAbove(Block next) {
      return right / count >= next.right / next.count;
    }

    Block with(Block next) {
      return new Block(expected + next.expected, right + next.right, count + next.count);
    }
  }
}
