/** The live socket over real connections. */
@NullMarked
package plenum.server.live;

import org.jspecify.annotations.NullMarked;
