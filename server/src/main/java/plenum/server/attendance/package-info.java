/** Receipts, answers to the invitation, roll call and presence. */
@NullMarked
@CheckReturnValue
package plenum.server.attendance;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
