/** DTLS handshakes that give the keys of SRTP (RFC 5764), checked against the fingerprint of the SDP (RFC 8122). */
@NullMarked
@CheckReturnValue
package plenum.media.dtls;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
