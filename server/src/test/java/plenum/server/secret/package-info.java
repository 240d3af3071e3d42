/** Papers of secret polls, and the programs that check them. */
@NullMarked
package plenum.server.secret;

import org.jspecify.annotations.NullMarked;
