/** The demo province: Điện Biên with its units, an invented council, one session and its papers, always the same. */
@NullMarked
@CheckReturnValue
package plenum.server.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
