package plenum.server.app;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.app.Config.BadConfig;

/**
 * The command line of the relay's own role.
 *
 * @param box address of the ballot box
 * @param token file with the secret that the box knows the relay by
 * @param trustFile PEM certificates that the box may show; absent: what the JDK believes
 * @param certificateFile PEM, as the key; not the certificate of the page: without both the relay stays on this machine
 */
record RelayOptions(
        @Nullable String box,
        @Nullable Path token,
        @Nullable Path trustFile,
        Config.Listen listen,
        @Nullable Path certificateFile,
        @Nullable Path keyFile) {
    static final String HELP = """
            plenum relay - trạm chuyển phiếu kín / the relay of sealed ballots in a process of its own
              --box URL            hòm phiếu / the ballot box, http(s)://HOST:PORT (required)
              --token FILE         bí mật chung với hòm phiếu / secret shared with the box (required)
              --trust FILE         chứng thư của hòm phiếu / certificates that the box may show
              --listen HOST:PORT   (default 127.0.0.1:10091)
              --certificate FILE --key FILE
                                   chứng thư riêng / a certificate of its own; needed beyond this machine
              --help
            """;

    static RelayOptions read(List<String> arguments) throws BadConfig {
        var given = new ArrayDeque<>(arguments);
        var options = new RelayOptions(null, null, null, new Config.Listen("127.0.0.1", 10_091), null, null);
        while (!given.isEmpty()) {
            var option = given.removeFirst();
            options = options.with(option, Options.value(option, given));
        }
        if (options.box() == null || options.token() == null) {
            throw new BadConfig("thiếu / needs --box, --token\n" + HELP);
        }
        return options;
    }

    private RelayOptions with(String option, String value) throws BadConfig {
        return switch (option) {
            case "--box" -> new RelayOptions(value, token, trustFile, listen, certificateFile, keyFile);
            case "--token" -> new RelayOptions(box, Path.of(value), trustFile, listen, certificateFile, keyFile);
            case "--trust" -> new RelayOptions(box, token, Path.of(value), listen, certificateFile, keyFile);
            case "--listen" ->
                new RelayOptions(box, token, trustFile, BridgeOptions.listen(option, value), certificateFile, keyFile);
            case "--certificate" -> new RelayOptions(box, token, trustFile, listen, Path.of(value), keyFile);
            case "--key" -> new RelayOptions(box, token, trustFile, listen, certificateFile, Path.of(value));
            default -> throw new BadConfig("không có tuỳ chọn / no such option: " + option + "\n" + HELP);
        };
    }
}
