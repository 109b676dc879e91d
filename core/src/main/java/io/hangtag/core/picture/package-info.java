/// What pictures look like, in few enough bits to compare each with all others.
@NullMarked
@CheckReturnValue
package io.hangtag.core.picture;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
