/**
 * The load program: publishers and subscribers with ICE, DTLS and SRTP against a bridge in another process; see
 * {@code media-bridge/doc/load.md}.
 */
@NullMarked
@CheckReturnValue
package plenum.media.load;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
