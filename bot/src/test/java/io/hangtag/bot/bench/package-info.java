/// Benchmarks: Hangtag and other ways of doing the same, on the same data in the same run.
@NullMarked
@CheckReturnValue
package io.hangtag.bot.bench;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
