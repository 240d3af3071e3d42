/**
 * The Vietnamese administrative page (decree 30/2020, appendix I) as PDF: blocks in, a finished paper out.
 *
 * <p>The decree asks for Times New Roman, which may not be given away. Liberation Serif 2.1.5 has the same widths,
 * every Vietnamese letter in four cuts, and the SIL Open Font License 1.1; its files and licence lie beside this
 * package's classes. Only the letters used are embedded in a paper.
 */
@NullMarked
@CheckReturnValue
package plenum.server.form;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
