package plenum.server.documents;

import java.nio.file.Path;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.platform.Sha256;

/**
 * Kept bytes as an answer, whole or in part (RFC 9110 section 14).
 *
 * <p>The bytes behind an ETag never change, but the right to see them does, and what a browser caches lies on its disk
 * as it is: only the page keeps papers, encrypted. The ETag is for a download that goes on. Nothing in the file may
 * run, should a browser show it by itself.
 */
public final class FileAnswer {
    private FileAnswer() {}

    /** Bytes that never change, to be shown as what they are. */
    public record Kept(Path file, long bytes, Sha256 sha256, String mediaType, String disposition) {}

    public static Reply of(Request request, StoredPaper paper) {
        return of(
                request,
                new Kept(
                        paper.file(),
                        paper.bytes(),
                        paper.sha256(),
                        "application/pdf",
                        paper.fileName().contentDisposition()));
    }

    public static Reply of(Request request, Kept paper) {
        var raw = request.raw();
        var tag = new EntityTag(paper.sha256());
        if (tag.isAmong(raw.getHeader("If-None-Match"))) {
            return dressed(Reply.nothing(304), tag);
        }
        var range = tag.allowsRange(raw.getHeader("If-Range"))
                ? ByteRange.of(raw.getHeader("Range"), paper.bytes())
                : new ByteRange.Whole();
        return dressed(part(paper, range), tag);
    }

    private static Reply part(Kept paper, ByteRange range) {
        return switch (range) {
            case ByteRange.Whole whole -> file(paper, 200, 0, paper.bytes());
            case ByteRange.Part part ->
                file(paper, 206, part.offset(), part.length())
                        .with(
                                "Content-Range",
                                "bytes " + part.offset() + "-" + (part.offset() + part.length() - 1) + "/"
                                        + paper.bytes());
            case ByteRange.Unsatisfiable none -> Reply.nothing(416).with("Content-Range", "bytes */" + paper.bytes());
        };
    }

    private static Reply file(Kept paper, int status, long offset, long length) {
        return Reply.file(status, paper.file(), offset, length)
                .with("Content-Type", paper.mediaType())
                .with("Content-Disposition", paper.disposition());
    }

    private static Reply dressed(Reply reply, EntityTag tag) {
        return reply.with("ETag", tag.toString())
                .with("Accept-Ranges", "bytes")
                .with("Cache-Control", "private, no-store")
                .with("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'self'");
    }
}
