package plenum.server.secret;

import java.util.Base64;
import java.util.List;

/**
 * A step of a poll with the approvals of the counting committee.
 *
 * @param to name of the phase that it leads to
 * @param issued tokens given out, which the committee has seen in the list of who took one
 */
public record Step(String to, int issued, List<Approval> approvals) {
    private static final int NEEDED = 2;

    /** @param signature of the member's tablet under {@link Step#text}, Base64 */
    public record Approval(String person, String signature) {}

    public Step {
        approvals = List.copyOf(approvals);
    }

    /** What a member signs. A poll never comes to a phase twice, so an old approval opens nothing. */
    public static byte[] text(String definition, String to, int issued) {
        return Texts.bytes("plenum-step 1\ndefinition " + definition + "\nto " + to + "\nissued " + issued + "\n");
    }

    /** Whether two members of the definition's committee have signed exactly this step. */
    public boolean isApproved(Definition definition) {
        var text = text(definition.hash(), to, issued);
        return definition.board().stream()
                        .filter(member -> approvals.stream().anyMatch(one -> isBy(member, one, text)))
                        .count()
                >= NEEDED;
    }

    private static boolean isBy(Definition.BoardMember member, Approval approval, byte[] text) {
        if (!member.person().equals(approval.person())) return false;
        var base64 = Base64.getDecoder();
        try {
            return Keys.signedBy(base64.decode(member.key()), text, base64.decode(approval.signature()));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
