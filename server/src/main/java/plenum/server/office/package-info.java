/** Papers that come as office files: looked into without opening them, and turned into PDF by LibreOffice. */
@NullMarked
@CheckReturnValue
package plenum.server.office;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
