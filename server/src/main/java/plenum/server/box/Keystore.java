package plenum.server.box;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import plenum.server.secret.SecretFiles;

/** The keys of the polls that are not over; a poll whose file is gone can be read by nobody. */
final class Keystore {
    private final SecretFiles files;

    private Keystore(SecretFiles files) {
        this.files = files;
    }

    static Keystore open(Path directory) throws IOException {
        return new Keystore(SecretFiles.open(directory, ".keys"));
    }

    Optional<PollKeys> get(String poll) {
        return files.get(poll).map(PollKeys::read);
    }

    void put(String poll, PollKeys keys) {
        files.put(poll, keys.text());
    }

    void destroy(String poll) {
        files.destroy(poll);
    }
}
