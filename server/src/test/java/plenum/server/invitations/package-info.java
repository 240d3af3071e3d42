@NullMarked
package plenum.server.invitations;

import org.jspecify.annotations.NullMarked;
