/** The desk of units, bodies, members, grants and rule sets. */
@NullMarked
@CheckReturnValue
package plenum.server.units;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
