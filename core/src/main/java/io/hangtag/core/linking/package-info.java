/// Media to product: what is linked, since when, by whom, and how it came about.
@NullMarked
@CheckReturnValue
package io.hangtag.core.linking;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
