@NullMarked
package plenum.media.ice;

import org.jspecify.annotations.NullMarked;
