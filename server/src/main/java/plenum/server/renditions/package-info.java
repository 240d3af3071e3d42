/**
 * What is made of each PDF: reading copy, page sizes, outline, text, thumbnails, and pictures of pages for thin lines.
 * Knows bytes, not papers.
 */
@NullMarked
@CheckReturnValue
package plenum.server.renditions;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
