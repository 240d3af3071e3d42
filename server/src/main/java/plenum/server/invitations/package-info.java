/** The desk of invitations: which units a session has invited, and whom they name for their points. */
@NullMarked
@CheckReturnValue
package plenum.server.invitations;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
