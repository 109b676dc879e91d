/// The database: the pool, the migrations, and PostgreSQL itself where none is given.
@NullMarked
@CheckReturnValue
package io.hangtag.db;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
