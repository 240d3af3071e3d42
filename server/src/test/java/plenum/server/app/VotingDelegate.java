package plenum.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import plenum.server.platform.Json;
import plenum.server.testkit.LiveClient;
import plenum.server.testkit.PlenumProcess;

/**
 * A delegate who changes the ballot and raises and lowers the hand without pause, and remembers what was sent and what
 * was answered. Of each kind one command at most is without answer. One thread at a time.
 */
final class VotingDelegate {
    private static final List<String> CHOICES = List.of("FOR", "AGAINST", "ABSTAIN");

    /** A command that was sent; its answer is not known. */
    private record Sent(String id, String name, Map<String, String> data) {}

    private final String session;
    private final String vote;
    private final String person;
    private final boolean live;
    private final Random random;
    private final Map<String, Long> acknowledged = new LinkedHashMap<>();
    private final List<Sent> open = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private String choice = "";
    private boolean hand;
    private int sent;
    private String last = "";
    private @Nullable PlenumProcess server;
    private @Nullable LiveClient socket;
    private String token = "";

    /** @param live over the live socket; else by HTTP */
    VotingDelegate(String session, String vote, String person, boolean live, long seed) {
        this.session = session;
        this.vote = vote;
        this.person = person;
        this.live = live;
        this.random = new Random(seed);
    }

    String person() {
        return person;
    }

    /** By command id: the sequence it was acknowledged with. */
    Map<String, Long> acknowledged() {
        return acknowledged;
    }

    /** Ids that were sent and not answered. */
    Set<String> unanswered() {
        var ids = new HashSet<String>();
        open.forEach(one -> ids.add(one.id()));
        return ids;
    }

    /** Choice of the last acknowledged ballot; empty without. */
    String choice() {
        return choice;
    }

    /** What a delegate should never have seen. */
    List<String> wrong() {
        return wrong;
    }

    /** Comes (back) to a server and looks whether it still knows what it has acknowledged. */
    void enter(PlenumProcess started, Vertx vertx, String access) {
        server = started;
        token = access;
        if (live) {
            var client = LiveClient.connect(vertx, started.port()).hello(access, session, "delegate");
            socket = client;
            compare(client.await("me").path("me"));
        } else {
            var state = started.get("/api/sessions/" + session + "/state?as=delegate", access);
            compare(Json.tree(state.body()).path("me"));
        }
    }

    private void compare(JsonNode me) {
        var shown = StreamSupport.stream(me.path("ballots").spliterator(), false)
                .filter(ballot -> ballot.path("voteId").asText().equals(vote))
                .map(ballot -> ballot.path("choice").asText(""))
                .findFirst()
                .orElse("no such vote");
        if (!shown.equals(choice) && !data("voting.cast", "choice").equals(Optional.of(shown))) {
            wrong.add(person + " sees ballot " + shown + " after " + choice + ", open " + open);
        }
        var changing = open.stream().anyMatch(one -> one.name().startsWith("floor."));
        if (me.path("hand").asBoolean() != hand && !changing) {
            wrong.add(person + " sees hand " + me.path("hand") + " after " + hand);
        }
    }

    private Optional<String> data(String name, String field) {
        return open.stream()
                .filter(one -> one.name().equals(name))
                .map(one -> one.data().getOrDefault(field, ""))
                .findFirst();
    }

    /** Sends again what has no answer, and the last command that has one. */
    void resend() {
        settle(send(List.copyOf(open)));
        if (!open.isEmpty()) {
            wrong.add(person + " got no answer to " + open);
        }
        if (!last.isEmpty()) {
            var before = acknowledged.get(last);
            var again =
                    send(List.of(new Sent(last, "voting.cast", ballot(choice)))).get(last);
            if (before == null || again == null || again.path("seq").asLong() != before) {
                wrong.add(person + " sent " + last + " again: " + before + " became " + again);
            }
        }
    }

    /** Acts until stopped or until the server is gone. */
    void act(AtomicBoolean stop) {
        while (!stop.get() && open.isEmpty()) {
            open.addAll(wishes());
            settle(send(List.copyOf(open)));
            LockSupport.parkNanos(Duration.ofMillis(20 + random.nextInt(40)).toNanos());
        }
    }

    private List<Sent> wishes() {
        var wishes = new ArrayList<Sent>();
        var others = CHOICES.stream().filter(one -> !one.equals(choice)).toList();
        wishes.add(sent("voting.cast", ballot(others.get(random.nextInt(others.size())))));
        if (random.nextInt(3) == 0) {
            wishes.add(sent(hand ? "floor.lower-hand" : "floor.raise-hand", Map.of()));
        }
        return wishes;
    }

    private Sent sent(String name, Map<String, String> data) {
        return new Sent(person + "-" + ++sent, name, data);
    }

    private Map<String, String> ballot(String wanted) {
        return Map.of("voteId", vote, "choice", wanted);
    }

    private void settle(Map<String, JsonNode> answers) {
        for (var one : List.copyOf(open)) {
            var answer = answers.get(one.id());
            if (answer == null) continue;
            open.remove(one);
            if (answer.hasNonNull("seq")) done(one, answer.path("seq").asLong());
            else wrong.add(person + " was refused " + one + ": " + answer);
        }
    }

    private void done(Sent one, long seq) {
        acknowledged.put(one.id(), seq);
        if (one.name().equals("voting.cast")) {
            choice = one.data().getOrDefault("choice", "");
            last = one.id();
        } else {
            hand = one.name().equals("floor.raise-hand");
        }
    }

    private Map<String, JsonNode> send(List<Sent> commands) {
        return socket == null ? post(commands) : say(socket, commands);
    }

    private static Map<String, JsonNode> say(LiveClient client, List<Sent> commands) {
        var ids = new HashSet<String>();
        for (var one : commands) {
            var unused = client.order(one.id(), one.name(), one.data());
            ids.add(one.id());
        }
        return client.answers(ids);
    }

    private Map<String, JsonNode> post(List<Sent> commands) {
        var answers = new LinkedHashMap<String, JsonNode>();
        for (var one : commands) {
            try {
                answers.put(one.id(), Json.tree(post(one)));
            } catch (UncheckedIOException gone) {
                return answers;
            }
        }
        return answers;
    }

    private String post(Sent one) {
        if (server == null) throw new IllegalStateException("not entered");
        var frame = Map.of("id", one.id(), "name", one.name(), "data", one.data());
        return server.post("/api/sessions/" + session + "/commands", token, frame)
                .body();
    }

    void leave() {
        if (socket != null) socket.close();
    }
}
