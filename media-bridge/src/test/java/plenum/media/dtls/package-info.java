@NullMarked
package plenum.media.dtls;

import org.jspecify.annotations.NullMarked;
