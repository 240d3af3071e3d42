/** The Vietnamese administrative page (decree 30/2020, appendix I) as PDF: blocks in, a finished paper out. */
@NullMarked
@CheckReturnValue
package plenum.server.form;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
