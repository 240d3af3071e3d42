@NullMarked
package plenum.server.conference;

import org.jspecify.annotations.NullMarked;
