/** What two bridges of a cascade tell each other over the link between them. */
@NullMarked
@CheckReturnValue
package plenum.media.link;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
