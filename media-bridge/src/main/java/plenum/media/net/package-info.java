/** Sockets: where packets come from and go to, and the one media thread that serves them. */
@NullMarked
@CheckReturnValue
package plenum.media.net;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
