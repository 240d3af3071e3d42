/** The media of rooms: follows the journal, drives the media bridge, speaks with browsers over the media socket. */
@NullMarked
@CheckReturnValue
package plenum.server.conference;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
