/** The session itself and its sittings: prepared, published, opened, ended. */
@NullMarked
@CheckReturnValue
package plenum.server.sitting;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
