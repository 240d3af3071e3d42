/** Puts the house together: configuration, wiring by hand, start and stop. */
@NullMarked
@CheckReturnValue
package plenum.server.app;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
