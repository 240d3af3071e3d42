/** Votes by show of tablet: prepared, opened, cast, closed, declared. */
@NullMarked
@CheckReturnValue
package plenum.server.voting;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
