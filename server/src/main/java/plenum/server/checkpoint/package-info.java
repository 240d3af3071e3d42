/** Signed statements of what a session's journal was, which everyone who attends keeps as a witness. */
@NullMarked
@CheckReturnValue
package plenum.server.checkpoint;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
