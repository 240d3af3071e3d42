/** STUN messages (RFC 8489) as far as ICE needs them. */
@NullMarked
@CheckReturnValue
package plenum.media.stun;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
