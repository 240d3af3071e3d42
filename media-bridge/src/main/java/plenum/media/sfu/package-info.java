/** The embedded bridge: conferences of endpoints, and the way of a packet from one to all others. */
@NullMarked
@CheckReturnValue
package plenum.media.sfu;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
