/// What the buttons below a message are about.
@NullMarked
@CheckReturnValue
package io.hangtag.core.menu;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
