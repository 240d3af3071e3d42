/** The online room of a session: who is in it, what each may send, whom all see, and the chat. */
@NullMarked
@CheckReturnValue
package plenum.server.room;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
