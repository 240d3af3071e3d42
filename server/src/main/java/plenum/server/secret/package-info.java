/**
 * A secret poll's papers and their checks: definition, ballot, token, receipt, board. The server, the ballot box and
 * strangers' programs agree on these bytes; see server/doc/secret-ballot.md.
 */
@NullMarked
@CheckReturnValue
package plenum.server.secret;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
