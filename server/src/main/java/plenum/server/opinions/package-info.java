/** Desk: what delegates think of an item before it is dealt with, and who has not said so yet. */
@NullMarked
@CheckReturnValue
package plenum.server.opinions;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
