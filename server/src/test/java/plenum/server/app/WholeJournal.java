package plenum.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plenum.server.platform.Json;
import plenum.server.testkit.PlenumProcess;

/** A session's journal as the secretary reads it over HTTP, page after page from the beginning. */
record WholeJournal(List<JsonNode> entries) {
    private static final int PAGE = 500;

    static WholeJournal read(PlenumProcess server, String session, String token) {
        var entries = new ArrayList<JsonNode>();
        while (true) {
            var path = "/api/sessions/" + session + "/journal?limit=" + PAGE + "&after=" + entries.size();
            var answer = server.get(path, token);
            if (answer.statusCode() != 200) throw new AssertionError(answer.body());
            var page = Json.tree(answer.body()).path("entries");
            page.forEach(entries::add);
            if (page.size() < PAGE) return new WholeJournal(List.copyOf(entries));
        }
    }

    List<Long> sequences() {
        return entries.stream().map(entry -> entry.path("seq").asLong()).toList();
    }

    /** By command id: the sequences of its entries. */
    Map<String, List<Long>> byCommand() {
        var found = new HashMap<String, List<Long>>();
        for (var entry : entries) {
            found.computeIfAbsent(entry.path("cmd").asText(), id -> new ArrayList<>())
                    .add(entry.path("seq").asLong());
        }
        return found;
    }

    /** By person: the choice of the last ballot in this vote, as far as the journal shows it. */
    Map<String, String> ballots(String vote) {
        var last = new HashMap<String, String>();
        entries.stream()
                .filter(entry -> entry.path("type").asText().equals("voting.ballot-cast"))
                .filter(entry -> entry.at("/data/voteId").asText().equals(vote))
                .forEach(entry -> last.put(
                        entry.path("by").asText(), entry.at("/data/choice").asText()));
        return last;
    }

    JsonNode last(String type) {
        return entries.stream()
                .filter(entry -> entry.path("type").asText().equals(type))
                .reduce((before, after) -> after)
                .orElseThrow();
    }
}
