/** The load program: many delegates at one running session, over real sockets against a server process of its own. */
@NullMarked
package plenum.server.load;

import org.jspecify.annotations.NullMarked;
