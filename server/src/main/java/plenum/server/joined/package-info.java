/** A district's Plenum joined to its province's: keys, pairing, the socket between the two. See joined.md. */
@NullMarked
@CheckReturnValue
package plenum.server.joined;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
