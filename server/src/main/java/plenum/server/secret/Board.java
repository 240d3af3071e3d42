package plenum.server.secret;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A poll's published ballots with their count. The ballots lie in the order of their tokens' hashes, so their place
 * says nothing of when they came; the root is that of RFC 6962 over their lines.
 */
public final class Board {
    private final Definition definition;
    private final int issued;
    private final List<CastBallot> ballots;

    /** @param issued tokens that were given out */
    public Board(Definition definition, int issued, List<CastBallot> ballots) {
        this.definition = definition;
        this.issued = issued;
        this.ballots =
                ballots.stream().sorted(Comparator.comparing(CastBallot::name)).toList();
    }

    public Count count() {
        return Count.of(
                definition,
                ballots.stream().map(one -> Ballot.read(one.ballot())).toList());
    }

    /** A line each. */
    public String ballots() {
        return ballots.stream().map(one -> one.line() + "\n").collect(Collectors.joining());
    }

    /** What the ballot box signs. */
    public String result() {
        var count = count();
        var text = new StringBuilder("plenum-result 1\n");
        text.append("definition ").append(definition.hash()).append('\n');
        text.append("issued ").append(issued).append('\n');
        text.append("cast ").append(count.cast()).append('\n');
        text.append("valid ").append(count.valid()).append('\n');
        text.append("invalid ").append(count.invalid()).append('\n');
        count.lines()
                .forEach((line, counted) ->
                        text.append("line " + line + " ").append(counted.text()).append('\n'));
        text.append("root ").append(Base64.getEncoder().encodeToString(root())).append('\n');
        return text.toString();
    }

    private byte[] root() {
        var leaves = new ArrayList<byte[]>();
        ballots.forEach(one -> leaves.add(Texts.sha256(new byte[] {0}, Texts.bytes(one.line()))));
        return leaves.isEmpty() ? Texts.sha256() : root(leaves);
    }

    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) return leaves.getFirst();
        var left = Integer.highestOneBit(leaves.size() - 1);
        return Texts.sha256(new byte[] {1}, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }
}
