/** What is forwarded of which stream to whom, and how its packets are numbered for each receiver. */
@NullMarked
@CheckReturnValue
package plenum.media.forward;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
