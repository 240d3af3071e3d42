/** Session packs on tablets: which device holds what, the secret that opens it, and its remote end. */
@NullMarked
@CheckReturnValue
package plenum.server.pack;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
