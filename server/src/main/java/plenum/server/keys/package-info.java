/** Keys on tablets that sign open ballots: paired before the secretary, revoked at once. */
@NullMarked
@CheckReturnValue
package plenum.server.keys;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
