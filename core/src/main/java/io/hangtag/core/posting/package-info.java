/// What was posted where and when.
@NullMarked
@CheckReturnValue
package io.hangtag.core.posting;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
