/** Gives out the tokens of secret polls: knows who takes one, and never which it is. */
@NullMarked
@CheckReturnValue
package plenum.server.issuer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
