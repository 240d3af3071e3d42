/** What a server sees of a media bridge, embedded, remote or a Jitsi Videobridge; knows the JDK only. */
@NullMarked
@CheckReturnValue
package plenum.media.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
