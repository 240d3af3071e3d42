package plenum.server.ballots;

/**
 * That a person took an electronic ballot.
 *
 * @param blinded what the issuer signs, Base64
 * @param signature of the person's tablet under the question, Base64
 * @param stored the tablet has said that its token is right and safe
 */
public record TakenBallot(String blinded, String signature, boolean stored) {
    TakenBallot kept() {
        return new TakenBallot(blinded, signature, true);
    }
}
