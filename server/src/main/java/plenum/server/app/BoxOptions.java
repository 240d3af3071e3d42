package plenum.server.app;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.app.Config.BadConfig;

/**
 * The command line of the ballot box's own role.
 *
 * @param keys directory of its keys: on no disk that is backed up
 * @param store a replica set of its own; absent: the embedded store in the data directory
 * @param serverToken file with the secret that the server sends
 * @param relayToken file with the secret that the relay sends
 * @param certificateFile PEM, as the key: without both the channel is in clear and stays on this machine
 */
record BoxOptions(
        Path data,
        @Nullable Path keys,
        @Nullable String store,
        Config.Listen listen,
        @Nullable Path serverToken,
        @Nullable Path relayToken,
        @Nullable Path certificateFile,
        @Nullable Path keyFile) {
    static final String HELP = """
            plenum box - hòm phiếu kín chạy riêng / the ballot box of secret polls in a process of its own
              --server-token FILE  bí mật chung với máy chủ, ít nhất 16 ký tự / secret shared with the server (required)
              --relay-token FILE   bí mật chung với trạm chuyển phiếu / secret shared with the relay (required)
              --keys DIR           khóa, không sao lưu / keys, never backed up (required)
              --data DIR           kho riêng / a store of its own (default ./box)
              --store URI          MongoDB replica set riêng / of its own; default: embedded store in --data
              --listen HOST:PORT   (default 127.0.0.1:10090)
              --certificate FILE --key FILE
                                   TLS; cần khi ra ngoài máy này / needed beyond this machine
              --help
            """;

    static BoxOptions read(List<String> arguments) throws BadConfig {
        var given = new ArrayDeque<>(arguments);
        var options = new BoxOptions(
                Path.of("box"), null, null, new Config.Listen("127.0.0.1", 10_090), null, null, null, null);
        while (!given.isEmpty()) {
            var option = given.removeFirst();
            options = options.with(option, Options.value(option, given));
        }
        if (options.serverToken() == null || options.relayToken() == null || options.keys() == null) {
            throw new BadConfig("thiếu / needs --server-token, --relay-token, --keys\n" + HELP);
        }
        return options;
    }

    private BoxOptions with(String option, String value) throws BadConfig {
        var path = Path.of(value);
        return switch (option) {
            case "--data" ->
                new BoxOptions(path, keys, store, listen, serverToken, relayToken, certificateFile, keyFile);
            case "--keys" ->
                new BoxOptions(data, path, store, listen, serverToken, relayToken, certificateFile, keyFile);
            case "--store" ->
                new BoxOptions(data, keys, value, listen, serverToken, relayToken, certificateFile, keyFile);
            case "--listen" ->
                new BoxOptions(
                        data,
                        keys,
                        store,
                        BridgeOptions.listen(option, value),
                        serverToken,
                        relayToken,
                        certificateFile,
                        keyFile);
            case "--server-token" ->
                new BoxOptions(data, keys, store, listen, path, relayToken, certificateFile, keyFile);
            case "--relay-token" ->
                new BoxOptions(data, keys, store, listen, serverToken, path, certificateFile, keyFile);
            case "--certificate" -> new BoxOptions(data, keys, store, listen, serverToken, relayToken, path, keyFile);
            case "--key" -> new BoxOptions(data, keys, store, listen, serverToken, relayToken, certificateFile, path);
            default -> throw new BadConfig("không có tuỳ chọn / no such option: " + option + "\n" + HELP);
        };
    }
}
