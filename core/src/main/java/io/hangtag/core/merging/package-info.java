/// Media that turn out to be the same picture.
@NullMarked
@CheckReturnValue
package io.hangtag.core.merging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
