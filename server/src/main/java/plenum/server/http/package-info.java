/** The HTTP door: contract, headers, limits, static files and health; desks contribute operations. */
@NullMarked
@CheckReturnValue
package plenum.server.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
