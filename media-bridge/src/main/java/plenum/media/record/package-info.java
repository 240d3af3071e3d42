/** A conference on tape: its stage and its voices as they came, in WebM (Matroska), without re-encoding. */
@NullMarked
@CheckReturnValue
package plenum.media.record;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
