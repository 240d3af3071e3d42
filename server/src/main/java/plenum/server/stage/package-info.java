/** What everybody sees of the online room: the director's layout, its preview, and who is called to talk. */
@NullMarked
@CheckReturnValue
package plenum.server.stage;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
