/** The append-only, hash-chained record of what happened in a session. */
@NullMarked
@CheckReturnValue
package plenum.server.journal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
