/** A tree of bridges as one: endpoints at the bridge of their region, links between them as conferences need them. */
@NullMarked
@CheckReturnValue
package plenum.media.cascade;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
