/// Photos, videos, albums and folders.
@NullMarked
@CheckReturnValue
package io.hangtag.core.media;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
