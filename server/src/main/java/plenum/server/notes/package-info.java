/**
 * What a person writes on the papers of a session: private, the same on all tablets of that person, shared only by
 * name.
 */
@NullMarked
@CheckReturnValue
package plenum.server.notes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
