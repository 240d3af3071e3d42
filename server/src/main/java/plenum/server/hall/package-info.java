/** A running session: all parts together, its one thread of change, its views. */
@NullMarked
@CheckReturnValue
package plenum.server.hall;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
