/** The other end of a bridge's connection: what answers its offers as a browser does, in Java. */
@NullMarked
@CheckReturnValue
package plenum.media.peer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
