package plenum.server.recordings;

import java.util.Map;
import plenum.server.documents.FileAnswer;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.RecordingId;
import plenum.server.kernel.SessionId;

/** The desk's operations of openapi.yaml. */
public final class FilmRoutes {
    private static final String COOKIE = "__Secure-plenum-film";

    private final FilmDesk desk;

    public FilmRoutes(FilmDesk desk) {
        this.desk = desk;
    }

    public Map<String, Operation> operations() {
        return Map.of(
                "recordings",
                request -> desk.list(session(request), request.roles()),
                "recordingChapters",
                request -> desk.chapters(session(request), recording(request), request.roles()),
                "openRecording",
                this::open,
                "recordingContent",
                this::content,
                "changeRecording",
                request -> desk.change(
                        request.actor(),
                        request.address(),
                        session(request),
                        recording(request),
                        request.body(FilmDesk.Wish.class),
                        request.roles()),
                "deleteRecording",
                this::delete);
    }

    private record Opening(boolean again) {}

    /** For how long the player may ask for bytes: schema RecordingOpened. */
    private record Opened(String path, int seconds) {}

    private Reply open(Request request) {
        var again = request.body(Opening.class).again();
        var ticket = desk.open(
                request.actor(), request.address(), session(request), recording(request), request.roles(), again);
        var path = "/api/sessions/" + session(request) + "/recordings/" + recording(request) + "/content";
        var life = Tickets.LIFE.toSeconds();
        return Reply.ok(new Opened(path, (int) life))
                .with(
                        "Set-Cookie",
                        COOKIE + "=" + ticket + "; Path=" + path + "; Max-Age=" + life
                                + "; Secure; HttpOnly; SameSite=Strict");
    }

    private Reply content(Request request) {
        var bytes = desk.bytes(
                session(request), recording(request), request.cookie(COOKIE).orElse(""));
        return FileAnswer.of(
                request,
                new FileAnswer.Kept(
                        bytes.file(),
                        bytes.length(),
                        bytes.sha256(),
                        "video/webm",
                        "inline; filename=\"ghi-hinh.webm\""));
    }

    private Reply delete(Request request) {
        desk.delete(request.actor(), request.address(), session(request), recording(request), request.roles());
        return Reply.nothing(204);
    }

    private static SessionId session(Request request) {
        return new SessionId(request.text("sessionId"));
    }

    private static RecordingId recording(Request request) {
        return new RecordingId(request.text("recordingId"));
    }
}
