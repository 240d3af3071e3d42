/** Peers and lines for tests and for the load program. */
@NullMarked
package plenum.media.testkit;

import org.jspecify.annotations.NullMarked;
