/// What figures over time say: does posting sell, when, how often and for what?
@NullMarked
@CheckReturnValue
package io.hangtag.core.insight;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
