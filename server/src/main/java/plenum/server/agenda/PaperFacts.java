package plenum.server.agenda;

import org.jspecify.annotations.Nullable;

/**
 * What the secretary writes about a paper.
 *
 * @param number number and symbol, for example 125/TTr-UBND
 * @param issuer issuing body (cơ quan ban hành)
 * @param summary abstract (trích yếu)
 */
public record PaperFacts(
        String title,
        PaperKind kind,
        @Nullable String number,
        @Nullable String issuer,
        @Nullable String summary) {

    public PaperFacts(String title, PaperKind kind, @Nullable String number) {
        this(title, kind, number, null, null);
    }
}
