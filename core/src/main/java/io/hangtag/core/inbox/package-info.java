/// Durable queues: raw updates that came in, messages that must go out.
@NullMarked
@CheckReturnValue
package io.hangtag.core.inbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
