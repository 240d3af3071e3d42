/** Real surroundings for tests: a store, a clock moved by hand, the HTTP door on a socket. */
@CheckReturnValue
package plenum.server.testkit;

import com.google.errorprone.annotations.CheckReturnValue;
