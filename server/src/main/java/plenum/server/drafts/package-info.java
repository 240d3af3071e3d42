/** The desk where units prepare papers for an agenda item, and the secretary publishes what they have approved. */
@NullMarked
@CheckReturnValue
package plenum.server.drafts;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
