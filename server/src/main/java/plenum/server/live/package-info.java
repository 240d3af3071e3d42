/** The live socket: shows a running session to tablets, desks and screens, and takes their commands. */
@NullMarked
@CheckReturnValue
package plenum.server.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
