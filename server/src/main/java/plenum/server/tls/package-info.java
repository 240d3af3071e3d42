/**
 * Plenum's own TLS: the local authority, the operator's certificate, the addresses served and the page that installs
 * the root.
 */
@NullMarked
@CheckReturnValue
package plenum.server.tls;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
