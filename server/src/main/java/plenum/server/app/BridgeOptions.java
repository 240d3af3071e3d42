package plenum.server.app;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.app.Config.BadConfig;

/**
 * The command line of the bridge's own role.
 *
 * @param media port and addresses
 * @param control address of the control channel
 * @param tokenFile its secret
 * @param certificateFile PEM, as the key: without both the control channel is in clear and stays on this machine
 */
record BridgeOptions(
        Config.Media media,
        Config.Listen control,
        @Nullable Path tokenFile,
        @Nullable Path certificateFile,
        @Nullable Path keyFile) {
    static final String HELP = """
            plenum bridge - cầu truyền hình chạy riêng / a media bridge in a process of its own
              --token-file FILE    bí mật chung với máy chủ, ít nhất 16 ký tự / secret shared with the server (required)
              --control HOST:PORT  kênh điều khiển / control channel (default 127.0.0.1:10080)
              --certificate FILE --key FILE
                                   TLS cho kênh điều khiển / TLS of the control channel; needed beyond this machine
              --media-port N       cổng UDP và TCP / UDP and TCP port (default 10000; 0 = any)
              --media-address IP   địa chỉ báo cho trình duyệt / address that browsers are told (may be repeated)
              --help
            """;

    private static final BridgeOptions USUAL =
            new BridgeOptions(Config.Media.USUAL, new Config.Listen("127.0.0.1", 10_080), null, null, null);

    static BridgeOptions read(List<String> arguments) throws BadConfig {
        var given = new ArrayDeque<>(arguments);
        var options = USUAL;
        while (!given.isEmpty()) {
            var option = given.removeFirst();
            options = options.with(option, Options.value(option, given));
        }
        if (options.tokenFile() == null) throw new BadConfig("thiếu / needs --token-file\n" + HELP);
        return options;
    }

    private BridgeOptions with(String option, String value) throws BadConfig {
        return switch (option) {
            case "--media-port" -> with(media.withPort(Options.port(option, value)));
            case "--media-address" -> with(media.withAddress(value));
            case "--control" -> new BridgeOptions(media, listen(option, value), tokenFile, certificateFile, keyFile);
            case "--token-file" -> new BridgeOptions(media, control, Path.of(value), certificateFile, keyFile);
            case "--certificate" -> new BridgeOptions(media, control, tokenFile, Path.of(value), keyFile);
            case "--key" -> new BridgeOptions(media, control, tokenFile, certificateFile, Path.of(value));
            default -> throw new BadConfig("không có tuỳ chọn / no such option: " + option + "\n" + HELP);
        };
    }

    private BridgeOptions with(Config.Media changed) {
        return new BridgeOptions(changed, control, tokenFile, certificateFile, keyFile);
    }

    static Config.Listen listen(String option, String value) throws BadConfig {
        var cut = value.lastIndexOf(':');
        if (cut < 1) throw new BadConfig(option + ": HOST:PORT");
        return new Config.Listen(value.substring(0, cut), Options.port(option, value.substring(cut + 1)));
    }
}
