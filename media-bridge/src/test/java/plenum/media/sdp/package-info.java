@NullMarked
package plenum.media.sdp;

import org.jspecify.annotations.NullMarked;
