@NullMarked
package plenum.media.stun;

import org.jspecify.annotations.NullMarked;
