/** The one table of rights of routes and commands. */
@NullMarked
@CheckReturnValue
package plenum.server.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
