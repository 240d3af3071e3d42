/** The desk of accounts: passwords, sign-ins, tokens. */
@NullMarked
@CheckReturnValue
package plenum.server.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
