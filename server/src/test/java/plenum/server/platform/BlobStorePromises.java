package plenum.server.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of bytes promises, wherever it keeps them. */
public interface BlobStorePromises {
    byte[] WORDS = "Nghị quyết về đất đai".getBytes(UTF_8);

    BlobStore blobs() throws IOException;

    @Test
    default void whatIsPutIsFoundUnderItsFingerprintByteForByte() throws IOException {
        var blob = blobs().put(new ByteArrayInputStream(WORDS));
        assertThat(blob).isEqualTo(new Blob(Sha256.of(WORDS), WORDS.length));
        assertThat(Files.readAllBytes(blobs().find(blob.sha256()).orElseThrow()))
                .isEqualTo(WORDS);
        assertThat(blobs().verify(blob.sha256())).isTrue();
    }

    @Test
    default void noBytesAreABlobToo() throws IOException {
        var blob = blobs().put(InputStream.nullInputStream());
        assertThat(blob.sha256().hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(blobs().find(blob.sha256())).isPresent();
    }

    @Test
    default void whatWasNeverPutIsNotFound() throws IOException {
        assertThat(blobs().find(Sha256.of(WORDS))).isEmpty();
        assertThat(blobs().verify(Sha256.of(WORDS))).isFalse();
    }

    @Test
    default void whatIsRemovedIsGoneAndCanBePutAgain() throws IOException {
        var blob = blobs().put(new ByteArrayInputStream(WORDS));
        blobs().remove(blob.sha256());
        blobs().remove(blob.sha256());
        assertThat(blobs().find(blob.sha256())).isEmpty();
        assertThat(blobs().put(new ByteArrayInputStream(WORDS))).isEqualTo(blob);
        assertThat(blobs().verify(blob.sha256())).isTrue();
    }

    @Test
    default void manyThatPutTheSameAndOtherBytesAtOnceAllFindTheirs() throws Exception {
        var start = new CyclicBarrier(16);
        var puts = new ArrayList<Future<Blob>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 16; i++) {
                var content = ("content " + i % 4).repeat(50_000).getBytes(UTF_8);
                puts.add(threads.submit((Callable<Blob>) () -> {
                    start.await();
                    return blobs().put(new ByteArrayInputStream(content));
                }));
            }
        }
        for (var put : puts) {
            assertThat(blobs().verify(put.get().sha256())).isTrue();
        }
    }

    @Test
    default void bytesOfAnyLengthComeBackWhole() throws IOException {
        for (var length : new int[] {1, 255 * 1024 - 1, 255 * 1024, 255 * 1024 + 1, 3 * 255 * 1024, 1_000_000}) {
            var content = new byte[length];
            new Random(length).nextBytes(content);
            var blob = blobs().put(new ByteArrayInputStream(content));
            assertThat(blob).isEqualTo(new Blob(Sha256.of(content), length));
            assertThat(Files.readAllBytes(blobs().find(blob.sha256()).orElseThrow()))
                    .isEqualTo(content);
        }
    }

    @Test
    default void anUploadThatIsGivenUpIsNotFound() throws IOException {
        try (var incoming = blobs().receive()) {
            incoming.write(WORDS);
            assertThat(Files.size(incoming.path())).isEqualTo(WORDS.length);
        }
        assertThat(blobs().find(Sha256.of(WORDS))).isEmpty();
    }

    @Test
    default void onlyWhatWasNotKeptSinceIsRemovedAsOld() throws IOException {
        var blob = blobs().put(new ByteArrayInputStream(WORDS)).sha256();
        var before = Instant.now().minusSeconds(60);
        var later = Instant.now().plusSeconds(60);
        assertThat(blobs().keptBefore(before)).doesNotContain(blob);
        assertThat(blobs().keptBefore(later)).contains(blob);
        assertThat(blobs().removeKeptBefore(blob, before)).isFalse();
        assertThat(blobs().verify(blob)).isTrue();
        assertThat(blobs().removeKeptBefore(blob, later)).isTrue();
        assertThat(blobs().removeKeptBefore(blob, later)).isFalse();
        assertThat(blobs().find(blob)).isEmpty();
        assertThat(blobs().keptBefore(later)).doesNotContain(blob);
        assertThat(blobs().refresh(blob)).isFalse();
    }

    @Test
    default void whatIsKeptOnceMoreOrRefreshedIsYoungAgain() throws Exception {
        var blob = blobs().put(new ByteArrayInputStream(WORDS)).sha256();
        for (var again :
                List.<Callable<?>>of(() -> blobs().put(new ByteArrayInputStream(WORDS)), () -> blobs().refresh(blob))) {
            var limit = justAfter();
            assertThat(blobs().keptBefore(limit)).contains(blob);
            assertThat(again.call()).isNotEqualTo(false);
            assertThat(blobs().removeKeptBefore(blob, limit)).isFalse();
            assertThat(blobs().verify(blob)).isTrue();
        }
    }

    /** A moment after all before it and before all after it, by a clock of milliseconds. */
    private static Instant justAfter() {
        var limit = Instant.now().plusMillis(2);
        while (Instant.now().isBefore(limit.plusMillis(1))) {
            Thread.onSpinWait();
        }
        return limit;
    }

    @Test
    default void whoKeepsWhileItIsRemovedHasItAfterwards() throws Exception {
        var content = "kept and removed ".repeat(60_000).getBytes(UTF_8);
        var name = Sha256.of(content);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < 8; round++) {
                var unused = blobs().put(new ByteArrayInputStream(content));
                var limit = justAfter();
                var removal = threads.submit(() -> blobs().removeKeptBefore(name, limit));
                var keeping = threads.submit(() -> blobs().put(new ByteArrayInputStream(content)));
                assertThat(keeping.get().sha256()).isEqualTo(name);
                assertThat(removal.get()).isIn(true, false);
                assertThat(blobs().verify(name)).isTrue();
            }
        }
    }
}
