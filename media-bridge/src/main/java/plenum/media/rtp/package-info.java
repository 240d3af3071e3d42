/** RTP packets, their header extensions and the numbers of the formats (RFC 3550, RFC 8285). */
@NullMarked
@CheckReturnValue
package plenum.media.rtp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
