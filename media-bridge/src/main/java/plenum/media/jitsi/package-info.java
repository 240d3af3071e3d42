/**
 * Jitsi Videobridges as bridges of this house: the focus that speaks Colibri2 over REST and the colibri WebSocket with
 * them, chooses among them and moves conferences when one fails. See {@code media-bridge/doc/jitsi.md}.
 */
@NullMarked
@CheckReturnValue
package plenum.media.jitsi;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
