/**
 * The texts by which a bridge and a browser agree on a connection (RFC 8866): the bridge offers, the browser answers.
 */
@NullMarked
@CheckReturnValue
package plenum.media.sdp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
