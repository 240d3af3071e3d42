/** The programme: items in order, their papers, which one is open. */
@NullMarked
@CheckReturnValue
package plenum.server.agenda;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
