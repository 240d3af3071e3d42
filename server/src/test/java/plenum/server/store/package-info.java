/** What every store must do that Plenum runs on. */
@NullMarked
@CheckReturnValue
package plenum.server.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
