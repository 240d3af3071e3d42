/** The store inside the process: MongoDB's wire protocol on 127.0.0.1, and nothing acknowledged is ever lost. */
@NullMarked
@CheckReturnValue
package plenum.server.embedded;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
