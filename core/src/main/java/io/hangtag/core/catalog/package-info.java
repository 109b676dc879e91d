/// Products and variants of Shopify and Printify as one catalogue, and how to find them.
@NullMarked
@CheckReturnValue
package io.hangtag.core.catalog;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
