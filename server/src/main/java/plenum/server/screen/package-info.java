/** What the big screen shows: by itself or pinned. */
@NullMarked
@CheckReturnValue
package plenum.server.screen;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
