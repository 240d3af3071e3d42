package plenum.server.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.kernel.PersonId;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;

/** The append-only record of what is done at the desks. Blocks until the line is durable. */
public final class Audit {
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
    private static final int VALUE_CHARS = 300;
    private final RecordTable<AuditLine> lines;
    private final InstantSource clock;
    private final String process = UUID.randomUUID().toString();
    private final AtomicLong count = new AtomicLong();

    public Audit(Mongo mongo, InstantSource clock) {
        this.lines = new RecordTable<>(mongo, "audit", AuditLine.class, AuditLine::lineId);
        this.clock = clock;
    }

    /** @param address the client's, empty for what the server did by itself */
    public void record(
            @Nullable PersonId actor, String address, String action, String object, Map<String, String> detail) {
        var now = clock.instant();
        var line = new AuditLine(id(now), now, actor, address, action, plain(object), plain(detail));
        if (!lines.insert(line)) {
            throw new IllegalStateException("audit line twice: " + line.lineId());
        }
        LOG.info("{} {} by {} from {} {}", action, line.object(), actor, address, line.detail());
    }

    /** The newest lines first. */
    public List<AuditLine> newest(int limit) {
        return lines.find(new Document(), new Document("_id", -1), limit);
    }

    /** Sorts by time, then by order within this process. */
    private String id(Instant now) {
        return "%013d-%08d-%s".formatted(now.toEpochMilli(), count.incrementAndGet(), process);
    }

    private static Map<String, String> plain(Map<String, String> detail) {
        return detail.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> plain(e.getValue())));
    }

    /** One record stays one line in every log. */
    private static String plain(String value) {
        var line = value.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= VALUE_CHARS ? line : line.substring(0, VALUE_CHARS);
    }
}
