package plenum.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In which order a loop of sockets does its work. */
class LoopTest {
    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final Loop loop = new Loop(context);
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    @AfterEach
    void end() {
        vertx.close().await();
    }

    private String next() throws InterruptedException {
        return String.valueOf(done.poll(20, TimeUnit.SECONDS));
    }

    private void hear(int messages) {
        for (var i = 0; i < messages; i++) loop.heard();
    }

    /** News are given to the loop first, an answer next. */
    private List<String> orderAfter(int messages) throws InterruptedException {
        context.runOnContext(ignored -> {
            hear(messages);
            loop.postWhenCalm(() -> done.add("news"));
            loop.post(() -> done.add("answer"));
        });
        return List.of(next(), next());
    }

    @Test
    void inABurstOfMessagesAnswersGoBeforeNews() throws InterruptedException {
        assertThat(orderAfter(100)).containsExactly("answer", "news");
    }

    @Test
    void aFewMessagesAreNoBurst() throws InterruptedException {
        assertThat(orderAfter(20)).containsExactly("news", "answer");
    }

    @Test
    void newsDoNotWaitForTheEndOfABurstThatDoesNotEnd() throws InterruptedException {
        context.runOnContext(ignored -> {
            var burst = vertx.setPeriodic(1, tick -> hear(100));
            hear(100);
            loop.postWhenCalm(() -> {
                done.add("news");
                done.add(vertx.cancelTimer(burst) ? "in the burst" : "after it");
            });
        });
        assertThat(List.of(next(), next())).containsExactly("news", "in the burst");
    }
}
