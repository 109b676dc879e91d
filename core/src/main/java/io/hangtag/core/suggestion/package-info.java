/// Which product is this: evidence, how sure it makes, and what is learnt from the answers.
@NullMarked
@CheckReturnValue
package io.hangtag.core.suggestion;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
