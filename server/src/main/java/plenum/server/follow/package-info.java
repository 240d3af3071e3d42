/** Follow mode: a presenter's page is everybody's page. */
@NullMarked
@CheckReturnValue
package plenum.server.follow;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
