/** Whether the online room is being recorded. */
@NullMarked
@CheckReturnValue
package plenum.server.recording;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
