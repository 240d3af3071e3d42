package plenum.server.kernel;

import java.time.LocalDate;

/**
 * The rules that a session was prepared with, copied into its first entry: a later change of the law or of the body's
 * own rules does not touch a session that exists.
 *
 * @param citation the text that the rules come from
 * @param totalMembers total number of delegates at the session's date
 * @param quorum part of the delegates that must be present
 * @param pass votes for that pass a resolution
 * @param allowChange a ballot may be changed until the vote is closed
 * @param speechSeconds usual speaking time
 */
public record RuleSet(
        String ruleSetId,
        int version,
        String citation,
        LocalDate validFrom,
        int totalMembers,
        Share quorum,
        Share pass,
        boolean allowChange,
        int speechSeconds) {}
