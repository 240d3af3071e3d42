package plenum.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash may leave of the journal's file, and what is read from it. */
final class JournalTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @Test
    void everyCommandIsReadInItsOrder() throws IOException {
        write(1, 2, 3);
        assertThat(read()).containsExactly(1, 2, 3);
    }

    @Test
    void commandsThatTheStoreContainsAreNotReplayed() throws IOException {
        write(1, 2, 3);
        assertThat(readAfter(2)).containsExactly(3);
    }

    @Test
    void aHalfWrittenLastRecordIsCut() throws IOException {
        var file = write(1, 2, 3);
        truncate(file, Files.size(file) - 3);
        assertThat(read()).containsExactly(1, 2);
        assertThat(read()).as("a second time").containsExactly(1, 2);
        assertThat(path.resolve(file.getFileName() + ".cut")).exists();
    }

    @Test
    void nothingAfterADamagedRecordIsReplayed() throws IOException {
        var file = write(1, 2, 3);
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(read()).containsExactly(1);
    }

    @Test
    void zerosThatTheFileSystemLeftAreCut() throws IOException {
        var file = write(1, 2, 3);
        Files.write(file, new byte[5_000], StandardOpenOption.APPEND);
        assertThat(read()).containsExactly(1, 2, 3);
    }

    @Test
    void aMissingJournalIsNotPassedOverInSilence() throws IOException {
        try (var directory = DataDirectory.open(path);
                var journal = new Journal(directory, 0)) {
            append(journal, 1, 2);
            var first = journal.rotate();
            append(journal, 3);
            Files.delete(first);
        }
        assertThatThrownBy(this::read).isInstanceOf(IOException.class).hasMessageContaining("commands are missing");
    }

    @Test
    void aNewFileGoesOnWhereTheOldOneEnded() throws IOException {
        try (var directory = DataDirectory.open(path);
                var journal = new Journal(directory, 0)) {
            append(journal, 1, 2);
            assertThat(journal.rotate()).exists();
            append(journal, 3, 4);
        }
        assertThat(read()).containsExactly(1, 2, 3, 4);
    }

    @CanIgnoreReturnValue
    private Path write(int... numbers) throws IOException {
        try (var directory = DataDirectory.open(path);
                var journal = new Journal(directory, 0)) {
            append(journal, numbers);
            return directory.journals().getFirst();
        }
    }

    private static void append(Journal journal, int... numbers) throws IOException {
        long last = 0;
        for (int number : numbers) last = journal.append(new Document("n", number));
        assertThat(journal.force()).isEqualTo(last);
    }

    private List<Integer> read() throws IOException {
        return readAfter(0);
    }

    private List<Integer> readAfter(long sequence) throws IOException {
        var read = new ArrayList<Integer>();
        try (var directory = DataDirectory.open(path)) {
            long last = new JournalReader(sequence, command -> read.add((Integer) command.get("n")))
                    .read(directory.journals());
            assertThat(last).isEqualTo(sequence + read.size());
        }
        return read;
    }

    private static void truncate(Path file, long size) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }
}
