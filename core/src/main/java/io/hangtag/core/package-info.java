/// Hangtag without Telegram: the doors through which chat and command line do everything.
@NullMarked
@CheckReturnValue
package io.hangtag.core;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
