/** Secret ballots: sheets, tellers, two separate counts, results by the share of the matter. */
@NullMarked
@CheckReturnValue
package plenum.server.ballots;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
