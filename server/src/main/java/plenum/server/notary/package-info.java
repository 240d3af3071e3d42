/** Signs what a session's journal is while it grows, and gives it out so that strangers can check it. */
@NullMarked
@CheckReturnValue
package plenum.server.notary;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
