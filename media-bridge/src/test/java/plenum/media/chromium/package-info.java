/** The bridge with real Chromium at the other end. */
@NullMarked
package plenum.media.chromium;

import org.jspecify.annotations.NullMarked;
