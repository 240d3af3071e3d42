/** The secret electronic ballot between hall, issuer and ballot box: what is checked, ordered and given out. */
@NullMarked
@CheckReturnValue
package plenum.server.booth;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
