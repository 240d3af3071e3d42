/**
 * The ballot box of secret polls: a process of its own with its own store and its own keys, which takes sealed ballots
 * from the relay and steps from the counting committee, and knows nobody's name.
 */
@NullMarked
@CheckReturnValue
package plenum.server.box;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
