package io.hangtag.core.attribution;

/// Takes what [CreditPass] finds, in the order of the lines.
interface CreditSink {
  /// A part of a line is credited.
  ///
  /// @param line its number in the lines
  /// @param showing the number of the showing in the touches
  /// @param net the part of the line's net amount, in minor units
  /// @param millionths the part of the order
  void credit(int line, int showing, long net, int millionths);

  /// A line counts, but no post of its product is in the window before it.
  void untouched(int line);

  /// Nothing of a line can be credited to any post.
  void none(int line, Reason reason);
}
