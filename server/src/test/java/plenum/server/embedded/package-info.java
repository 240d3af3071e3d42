/** The embedded store under kills, torn files and strangers. */
@NullMarked
@CheckReturnValue
package plenum.server.embedded;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
