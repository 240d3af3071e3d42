/** The minutes (biên bản) of a session: written from its journal alone, printed in official form, kept in versions. */
@NullMarked
@CheckReturnValue
package plenum.server.minutes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
