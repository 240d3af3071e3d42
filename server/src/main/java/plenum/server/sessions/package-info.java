/** The desk of sessions: the index of all sessions and the HTTP door to the hall. */
@NullMarked
@CheckReturnValue
package plenum.server.sessions;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
