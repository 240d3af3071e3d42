/** The one table of rights of routes, and who may know of a session at all. */
@NullMarked
@CheckReturnValue
package plenum.server.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
