/// Readers of real export files.
@NullMarked
@CheckReturnValue
package io.hangtag.core.importing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
