/// Who may do what, in which shop.
@NullMarked
@CheckReturnValue
package io.hangtag.core.team;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
