/** The booth with hall, journal, ballot box and tablets in one process. */
@NullMarked
package plenum.server.booth;

import org.jspecify.annotations.NullMarked;
