@NullMarked
package plenum.media.net;

import org.jspecify.annotations.NullMarked;
