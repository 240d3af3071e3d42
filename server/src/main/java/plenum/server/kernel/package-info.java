/** Words that every part of the house shares; knows the JDK only. */
@NullMarked
@CheckReturnValue
package plenum.server.kernel;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
