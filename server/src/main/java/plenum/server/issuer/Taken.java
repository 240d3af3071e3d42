package plenum.server.issuer;

import java.nio.charset.StandardCharsets;

/**
 * That a person has taken a token: a line of the public list of ballots given out.
 *
 * @param blinded what was signed, Base64
 * @param signature of the person's tablet under {@link #text}, Base64
 */
public record Taken(String poll, String person, String blinded, String signature) {
    /** What the tablet signs when it asks. @param definition hash */
    public static byte[] text(String definition, String person, String blinded) {
        return ("plenum-issue 1\ndefinition " + definition + "\nperson " + person + "\nblinded " + blinded + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    String id() {
        return poll + "/" + person;
    }
}
