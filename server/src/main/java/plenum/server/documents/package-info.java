/** Papers of a session: checked as they come in, kept under their fingerprint, given out in ranges. */
@NullMarked
@CheckReturnValue
package plenum.server.documents;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
