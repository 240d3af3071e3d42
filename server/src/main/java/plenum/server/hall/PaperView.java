package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Paper;
import plenum.server.agenda.PaperKind;
import plenum.server.agenda.PaperVersion;
import plenum.server.kernel.Audience;
import plenum.server.kernel.Member;

/**
 * A paper as shown: schema PaperView. What is usual is left out: flags that are false, version 1.
 *
 * @param until first moment when it is over, for whoever sees it
 * @param reach for secretary and chair, of papers that are not simply for everyone
 * @param closed for secretary and chair: its window is not open
 * @param earlier versions that the reader may open, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaperView(
        String paperId,
        String title,
        PaperKind kind,
        @Nullable String number,
        @Nullable String issuer,
        @Nullable String summary,
        int pages,
        long bytes,
        String sha256,
        String fileName,
        long attachedAt,
        @Nullable Integer version,
        @Nullable Long replacedAt,
        @Nullable Boolean late,
        @Nullable Boolean restricted,
        @Nullable Boolean confidential,
        @Nullable Boolean watermark,
        @Nullable Long until,
        @Nullable ReachView reach,
        @Nullable Boolean closed,
        @Nullable List<Earlier> earlier) {

    /** A version that may still be opened. */
    public record Earlier(int version, int pages, long bytes, String sha256, long at) {}

    /** As secretary and chair see it. */
    public static PaperView of(Paper paper) {
        return shared(paper, Audience.CONTROL);
    }

    static PaperView shared(Paper paper, Audience audience) {
        return of(paper, version -> PaperRights.shared(version, audience), audience == Audience.CONTROL);
    }

    static PaperView own(Paper paper, Member member) {
        return of(paper, version -> PaperRights.own(version, member), false);
    }

    private static PaperView of(Paper paper, Predicate<PaperVersion> mayOpen, boolean control) {
        var facts = paper.facts();
        var file = paper.file();
        var reach = paper.reach();
        return new PaperView(
                paper.paperId().value(),
                facts.title(),
                facts.kind(),
                facts.number(),
                facts.issuer(),
                facts.summary(),
                file.pages(),
                file.bytes(),
                file.sha256(),
                file.fileName(),
                paper.attachedAt().toEpochMilli(),
                paper.version() == 1 ? null : paper.version(),
                Stamps.of(paper.replacedAt()),
                flag(paper.late()),
                flag(reach.restricted()),
                flag(reach.confidential()),
                reach.watermark(),
                Stamps.of(reach.until()),
                control ? ReachView.of(reach) : null,
                flag(control && !paper.open()),
                earlier(paper, mayOpen));
    }

    private static @Nullable List<Earlier> earlier(Paper paper, Predicate<PaperVersion> mayOpen) {
        var all = paper.earlier();
        var shown = IntStream.range(0, all.size())
                .filter(at -> mayOpen.test(all.get(at)))
                .mapToObj(at -> earlier(at + 1, all.get(at)))
                .toList();
        return shown.isEmpty() ? null : shown;
    }

    private static Earlier earlier(int number, PaperVersion version) {
        var file = version.file();
        return new Earlier(
                number, file.pages(), file.bytes(), file.sha256(), version.at().toEpochMilli());
    }

    private static @Nullable Boolean flag(boolean set) {
        return set ? true : null;
    }
}
