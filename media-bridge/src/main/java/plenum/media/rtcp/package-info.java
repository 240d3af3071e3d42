/** RTCP packets read and written (RFC 3550, RFC 4585, RFC 5104). */
@NullMarked
@CheckReturnValue
package plenum.media.rtcp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
