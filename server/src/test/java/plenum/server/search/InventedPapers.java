package plenum.server.search;

import java.util.Set;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperKind;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Sha256;

/** Papers of many sessions, forty in each; every tenth is for one person. */
final class InventedPapers {
    private InventedPapers() {}

    static PaperKey key(int number) {
        return new PaperKey(new SessionId("ky-hop-" + number / 40), new PaperId("p" + number));
    }

    static IndexedPaper paper(int number, InventedWords words) {
        return new IndexedPaper(
                key(number),
                new ItemId("i" + number % 40),
                new PaperFacts("Tờ trình về " + words.page(8), PaperKind.SUBMISSION, number + "/TTr-UBND"),
                2020 + number % 7,
                Set.of("hdnd-11/CONTROL", number % 10 == 0 ? "hdnd-11/person/d1" : "hdnd-11/DELEGATE"),
                Sha256.of(new byte[] {(byte) number, (byte) (number >> 8)}));
    }
}
