package plenum.server.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryBlobStoreTest implements BlobStorePromises {
    private static final byte[] WORDS = "Nghị quyết về đất đai".getBytes(UTF_8);

    @TempDir
    Path root;

    private DirectoryBlobStore store;

    @Override
    public BlobStore blobs() {
        return store;
    }

    @BeforeEach
    void open() throws IOException {
        store = DirectoryBlobStore.open(root);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Test
    void aDamagedFileIsDetectedAndTheSameBytesAgainHealIt() throws IOException {
        var blob = store.put(new ByteArrayInputStream(WORDS));
        Files.write(store.find(blob.sha256()).orElseThrow(), new byte[WORDS.length]);
        assertThat(store.verify(blob.sha256())).isFalse();
        var again = store.put(new ByteArrayInputStream(WORDS));
        assertThat(store.verify(again.sha256())).isTrue();
    }

    @Test
    void theSameBytesTwiceAreOneFile() throws IOException {
        var first = store.put(new ByteArrayInputStream(WORDS));
        assertThat(store.put(new ByteArrayInputStream(WORDS))).isEqualTo(first);
        assertThat(files()).hasSize(1);
    }

    @Test
    void anUploadThatIsGivenUpLeavesNothing() throws IOException {
        try (var incoming = store.receive()) {
            incoming.write(WORDS);
            assertThat(Files.size(incoming.path())).isEqualTo(WORDS.length);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void aFailingSourceLeavesNothing() {
        var broken = new InputStream() {
            private boolean begun;

            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }

            @Override
            public int read(byte[] piece, int offset, int length) throws IOException {
                if (begun) {
                    throw new IOException("cut");
                }
                begun = true;
                return length;
            }
        };
        assertThatThrownBy(() -> store.put(broken)).hasMessage("cut");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftIsSweptAtTheNextStartAndWhatWasKeptStays() throws IOException {
        var kept = store.put(new ByteArrayInputStream(WORDS));
        store.close();
        Files.writeString(root.resolve("incoming/0-killed.part"), "half a fi");
        store = DirectoryBlobStore.open(root);
        assertThat(files()).containsExactly(store.find(kept.sha256()).orElseThrow());
    }

    @Test
    void aDirectoryThatIsOpenCannotBeOpenedTwice() {
        assertThatThrownBy(() -> DirectoryBlobStore.open(root)).isInstanceOf(IOException.class);
    }

    @Test
    void aNameThatIsNoFingerprintNeverReachesTheDisk() {
        assertThatThrownBy(() -> new Sha256("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Path> files() {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
