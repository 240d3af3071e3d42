package plenum.server.http;

/** What a desk does for one operationId of openapi.yaml. Runs on a plain virtual thread and may block. */
public interface Operation {
    /**
     * A record, answered as JSON with 200, or a {@link Reply} for everything else.
     *
     * @throws plenum.server.kernel.Refusal becomes a problem with its own status; anything else becomes 500
     */
    Object answer(Request request) throws Exception;
}
