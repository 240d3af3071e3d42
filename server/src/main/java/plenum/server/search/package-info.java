/** Full-text search over all papers that a person may open, by page. */
@NullMarked
@CheckReturnValue
package plenum.server.search;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
