package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plenum.server.journal.BrokenJournal;
import plenum.server.journal.EventCodec;
import plenum.server.journal.JournalBatch;
import plenum.server.kernel.SessionId;

/** What was stored once is read for ever: the lines in {@code contract/} are never edited, only added. */
class ContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SessionId SESSION = new SessionId("hop-dong");
    /** Later forms of types that got more fields. */
    private static final List<String> GROWN = List.of(
            "agenda.paper-attached.v2",
            "agenda.paper-renamed.v2",
            "agenda.paper-restricted.v2",
            "attendance.answered.v2",
            "floor.granted.v2",
            "floor.hand-raised.v2",
            "screen.shown.v2",
            "session.prepared.v2",
            "session.prepared.v3",
            "session.prepared.v4",
            "voting.ballot-cast.v2",
            "voting.ballot-cast.v3",
            "voting.closed.v2",
            "voting.countersigned.v2",
            "voting.opened.v2",
            "voting.opened.v3",
            "voting.opened.v4",
            "voting.opened.v5",
            "voting.prepared.v2");

    private static final EventCodec CODEC = Events.codec();

    @TestFactory
    Stream<DynamicTest> everyStoredEventIsReadAndWrittenBackTheSame() {
        return Stream.concat(CODEC.names().stream().sorted().map(name -> name + ".v1"), GROWN.stream())
                .map(form -> DynamicTest.dynamicTest(form, () -> {
                    var name = form.substring(0, form.length() - ".v1".length());
                    var line = line(form + ".json");
                    var entries = CODEC.entries(batch(line));
                    var written =
                            CODEC.seal(SESSION, entries, JournalBatch.START).getFirst();
                    assertThat(JSON.readTree(written.bytes())).isEqualTo(JSON.readTree(line));
                    assertThat(CODEC.lines(written).getFirst().type()).isEqualTo(name);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyCommandIsReadFromTheWire() throws IOException {
        var samples = JSON.readTree(line("commands.json"));
        return CommandCodec.names().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> assertThat(Duties.of(new CommandCodec().read(name, samples.required(name))))
                                .isNotEmpty()));
    }

    @Test
    void anUnknownEventIsRefusedLoudly() throws IOException {
        var line = line("floor.hand-raised.v1.json").replace("floor.hand-raised", "floor.hand-waved");
        assertThatThrownBy(() -> CODEC.entries(batch(line)))
                .isInstanceOf(BrokenJournal.class)
                .hasRootCauseMessage("unknown event floor.hand-waved");
    }

    @Test
    void anUnknownFieldOfAnEventIsRefusedLoudly() throws IOException {
        var line = line("floor.hand-raised.v1.json").replace("\"personId\"", "\"persons\"");
        assertThatThrownBy(() -> CODEC.entries(batch(line))).isInstanceOf(BrokenJournal.class);
    }

    private static JournalBatch batch(String line) throws IOException {
        JsonNode stored = JSON.readTree(line);
        var seq = stored.required("seq").longValue();
        var at = Instant.ofEpochMilli(stored.required("at").longValue());
        return new JournalBatch(
                SESSION, seq, seq, at, line.getBytes(StandardCharsets.UTF_8), JournalBatch.START, JournalBatch.START);
    }

    private static String line(String file) throws IOException {
        try (var in = ContractTest.class.getResourceAsStream("/contract/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
