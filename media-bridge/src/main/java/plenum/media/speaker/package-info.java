/** Who is heard and who mainly speaks, from the audio levels of RFC 6464 alone; the sound itself is never decoded. */
@NullMarked
@CheckReturnValue
package plenum.media.speaker;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
