/** Points of a session's conference: which units take part, who looks after each, its trials and its roll. */
@NullMarked
@CheckReturnValue
package plenum.server.points;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
