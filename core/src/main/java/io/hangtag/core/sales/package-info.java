/// What a shop sold, to the cent.
@NullMarked
@CheckReturnValue
package io.hangtag.core.sales;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
