/** The documents beside the server, held against the code. */
@NullMarked
@CheckReturnValue
package plenum.server.doc;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
