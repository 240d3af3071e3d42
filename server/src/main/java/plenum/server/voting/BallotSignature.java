package plenum.server.voting;

import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.VoteId;

/**
 * What makes an open ballot its voter's own: whoever has the journal can check it, and the server can't make it. ECDSA
 * on P-256 with SHA-256 over {@link #text}.
 *
 * @param publicKey of the voter's tablet, SubjectPublicKeyInfo, Base64url
 * @param turn counts the voter's ballots of the vote from 1, so that an earlier one can't be sent again
 * @param value r and s beside each other, Base64url
 */
public record BallotSignature(String publicKey, int turn, String value) {

    /** Lines, each ended by LF, UTF-8; the title is the vote's as the voter sees it. */
    public static String text(SessionId session, VoteId vote, PersonId person, int turn, Choice choice, String title) {
        return String.join(
                "\n",
                "plenum-ballot-v1",
                session.value(),
                vote.value(),
                person.value(),
                Integer.toString(turn),
                choice.name(),
                title,
                "");
    }
}
