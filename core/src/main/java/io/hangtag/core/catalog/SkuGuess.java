package io.hangtag.core.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What SKU somebody may have meant who mistyped one.
///
/// @param shape the folded SKU, in which letters and digits that look the same are the same
/// @param oneSlip all that one slip of the finger makes of the shape; none for a short one
/// @param twoSlips folded SKUs of the catalogue that are two slips away; none for a shorter one
record SkuGuess(String shape, List<String> oneSlip, List<String> twoSlips) {
  private static final int MIN_FOR_ONE_SLIP = 5;
  private static final int MIN_FOR_TWO_SLIPS = 9;
  private static final int MAX_LENGTH = 40;
  private static final int PARTS = 3;
  // Without o, i and l, which a shape does not have.
  private static final String LETTERS = "0123456789abcdefghjkmnpqrstuvwxyz";

  /// Parts of a SKU, one of which two slips leave as it is; none if two slips are not looked for. A
  /// swap over the border of two parts spoils both.
  static List<String> parts(String folded) {
    int length = folded.codePointCount(0, folded.length());
    return length < MIN_FOR_TWO_SLIPS || length > MAX_LENGTH
        ? List.of()
        : IntStream.range(0, PARTS)
            .mapToObj(
                part ->
                    folded.substring(
                        folded.offsetByCodePoints(0, length * part / PARTS),
                        folded.offsetByCodePoints(0, length * (part + 1) / PARTS)))
            .toList();
  }

  /// @param similar folded SKUs of the catalogue among which those with two slips are
  static SkuGuess of(String folded, List<String> similar) {
    String shape = shape(folded);
    return new SkuGuess(
        shape,
        oneSlip(shape),
        similar.stream().filter(sku -> EditDistance.between(folded, sku, 2) <= 2).toList());
  }

  private static String shape(String folded) {
    return folded.replace('o', '0').replace('i', '1').replace('l', '1');
  }

  private static List<String> oneSlip(String shape) {
    List<String> slips = new ArrayList<>();
    if (shape.length() < MIN_FOR_ONE_SLIP || shape.length() > MAX_LENGTH) {
      return slips;
    }
    for (int i = 0; i <= shape.length(); i++) {
      String before = shape.substring(0, i);
      for (int letter = 0; letter < LETTERS.length(); letter++) {
        slips.add(before + LETTERS.charAt(letter) + shape.substring(i));
        if (i < shape.length()) {
          slips.add(before + LETTERS.charAt(letter) + shape.substring(i + 1));
        }
      }
      if (i < shape.length()) {
        slips.add(before + shape.substring(i + 1));
      }
      if (i + 1 < shape.length()) {
        slips.add(before + shape.charAt(i + 1) + shape.charAt(i) + shape.substring(i + 2));
      }
    }
    return slips;
  }
}
