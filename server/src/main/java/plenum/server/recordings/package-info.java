/** Desk: recordings of online rooms, from the tape that is being written to the film that is watched. */
@NullMarked
@CheckReturnValue
package plenum.server.recordings;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
