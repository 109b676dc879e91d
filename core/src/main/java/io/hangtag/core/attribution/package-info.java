/// Which post earned which part of an order.
///
/// The rules are those of `docs/attribution.md`.
@NullMarked
@CheckReturnValue
package io.hangtag.core.attribution;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
