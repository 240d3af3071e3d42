/** Connectivity: whose packets these are and where to answer (RFC 8445, RFC 7675). */
@NullMarked
@CheckReturnValue
package plenum.media.ice;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
