/** Append-only lines about what was done at the desks. */
@NullMarked
@CheckReturnValue
package plenum.server.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
