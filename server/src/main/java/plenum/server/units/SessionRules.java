package plenum.server.units;

import plenum.server.kernel.SessionId;

/**
 * Which version of its body's rules a session was prepared with.
 *
 * @param begun a sitting was opened: the version stays for good
 */
public record SessionRules(SessionId sessionId, String title, int version, boolean begun) {}
