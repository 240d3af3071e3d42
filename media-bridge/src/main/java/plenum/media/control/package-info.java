/** The control channel: a bridge in a process of its own, driven over an authenticated WebSocket. */
@NullMarked
@CheckReturnValue
package plenum.media.control;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
