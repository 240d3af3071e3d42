package plenum.server.hall;

import java.util.Objects;
import plenum.server.ballots.BallotSheet;
import plenum.server.ballots.BoxPhase;
import plenum.server.ballots.Count;
import plenum.server.ballots.Handed;
import plenum.server.ballots.LineCount;
import plenum.server.ballots.PollCommand;
import plenum.server.ballots.SheetLine;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.LineId;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PollId;
import plenum.server.kernel.VoteId;

/** Reads the commands of secret ballots. */
final class BallotFields {
    private static final int MOST_LINES = 100;
    private static final int MOST_TELLERS = 50;
    private static final int MOST_SHEETS = 5_000;
    /** SHA-256, hexadecimal. */
    private static final int HASH = 64;
    /** Of RSA with 2,048 to 4,096 bits, Base64. */
    private static final int SHORTEST_BLINDED = 344;

    private static final int LONGEST_BLINDED = 684;
    /** 64 bytes in Base64. */
    private static final int SIGNATURE = 88;

    private BallotFields() {}

    static PollCommand prepare(Fields in) {
        return new PollCommand.PreparePoll(
                poll(in),
                in.id("itemId", ItemId::new),
                in.word("form", BallotForm.class),
                sheet(in),
                in.idOrNone("after", PollId::new));
    }

    static BallotSheet sheet(Fields in) {
        return new BallotSheet(
                in.text("matter", 2, 40),
                in.text("title", 1, 300),
                in.numberOrNone("seats", 1, MOST_LINES),
                in.some("lines", MOST_LINES, BallotFields::line, SheetLine::lineId));
    }

    private static SheetLine line(Fields in) {
        return new SheetLine(
                in.id("lineId", LineId::new),
                in.text("name", 1, 200),
                in.textOrNone("note", 1, 300),
                in.idOrNone("personId", PersonId::new));
    }

    static PollCommand tellers(Fields in) {
        return new PollCommand.NameTellers(
                poll(in),
                in.ids("tellers", MOST_TELLERS, PersonId::new),
                in.id("head", PersonId::new),
                in.idOrNone("voteId", VoteId::new));
    }

    static PollCommand issued(Fields in) {
        return new PollCommand.CountIssued(
                poll(in), new Handed(in.number("issued", 0, MOST_SHEETS), in.number("spoiled", 0, MOST_SHEETS)));
    }

    static PollCommand key(Fields in) {
        return new PollCommand.KeyCount(
                poll(in),
                new Count(
                        in.number("collected", 0, MOST_SHEETS),
                        in.number("valid", 0, MOST_SHEETS),
                        in.number("invalid", 0, MOST_SHEETS),
                        in.some("lines", MOST_LINES, BallotFields::lineCount, LineCount::lineId)));
    }

    private static LineCount lineCount(Fields in) {
        return new LineCount(
                in.id("lineId", LineId::new),
                in.numbers("marks", OptionCode.class, MOST_SHEETS),
                Objects.requireNonNullElse(in.numberOrNone("invalid", 0, MOST_SHEETS), 0));
    }

    static PollCommand take(Fields in) {
        return new PollCommand.TakeBallot(
                poll(in),
                in.text("definition", HASH, HASH),
                in.text("blinded", SHORTEST_BLINDED, LONGEST_BLINDED),
                in.text("signature", SIGNATURE, SIGNATURE));
    }

    static PollCommand approve(Fields in) {
        return new PollCommand.ApproveStep(
                poll(in),
                in.word("to", BoxPhase.class),
                in.number("issued", 0, MOST_SHEETS),
                in.text("signature", SIGNATURE, SIGNATURE));
    }

    private static PollId poll(Fields in) {
        return in.id("pollId", PollId::new);
    }
}
