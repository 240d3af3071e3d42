/**
 * Carries sealed envelopes from tablets to the ballot box: sees addresses and bytes of one length, and nothing of
 * Plenum's.
 */
@NullMarked
@CheckReturnValue
package plenum.server.relay;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
