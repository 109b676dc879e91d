/// Amounts of money, exact in their currency's smallest unit.
@NullMarked
@CheckReturnValue
package io.hangtag.core.money;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
