/**
 * Secure RTP: protects and checks packets in place (RFC 3711, RFC 7714); keys come from a DTLS handshake (RFC 5764).
 */
@NullMarked
@CheckReturnValue
package plenum.media.srtp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
