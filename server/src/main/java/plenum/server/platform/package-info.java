/** Where libraries meet the house. */
@NullMarked
@CheckReturnValue
package plenum.server.platform;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
