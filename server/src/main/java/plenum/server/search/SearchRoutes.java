package plenum.server.search;

import java.io.IOException;
import java.util.Map;
import plenum.server.http.Operation;
import plenum.server.http.Request;

/** The desk's operation of openapi.yaml. */
public final class SearchRoutes {
    private final SearchDesk desk;

    public SearchRoutes(SearchDesk desk) {
        this.desk = desk;
    }

    public Map<String, Operation> operations() {
        return Map.of("search", this::search);
    }

    private Object search(Request request) throws IOException {
        var wish = new SearchWish(
                request.text("q"),
                request.optional("session"),
                request.optional("item"),
                request.optional("kind"),
                request.optional("year").map(Integer::valueOf),
                (int) request.number("limit"));
        return desk.search(request.actor(), wish);
    }
}
