/** The ballot box: its rules, its simulator, its processes. */
@NullMarked
package plenum.server.box;

import org.jspecify.annotations.NullMarked;
