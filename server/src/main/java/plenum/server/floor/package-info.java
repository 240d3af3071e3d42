/** Who speaks, until when, and who waits to speak. */
@NullMarked
@CheckReturnValue
package plenum.server.floor;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
