/** How much a line carries and how it is shared: transport-wide feedback, send-side estimation, allocation. */
@NullMarked
@CheckReturnValue
package plenum.media.bwe;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
