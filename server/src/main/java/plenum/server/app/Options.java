package plenum.server.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.server.app.Config.BadConfig;

/** The command line: each option changes what the configuration file says. */
final class Options {
    static final String HELP = """
            Plenum - phòng họp không giấy / paperless sessions
              --config FILE   tệp cấu hình JSON / configuration (or PLENUM_CONFIG)
              --demo          nạp tỉnh mẫu, chỉ nghe trên máy này / load the demo province, loopback only
              --port N        cổng HTTP / HTTP port (default 8080; 0 = any free port)
              --data DIR      thư mục dữ liệu / data directory (default ./data)
              --store URI     MongoDB replica set (or PLENUM_MONGO_URI); default: embedded store
              --tls           HTTPS bằng chứng thư nội bộ, cổng 8443 / HTTPS with a local authority
              --media-port N  cổng UDP và TCP của phòng họp trực tuyến / port of the video rooms (default 10000; 0 = any)
              --media-address IP
                              địa chỉ báo cho trình duyệt / address that browsers are told (may be repeated)
              --no-media      không có âm thanh, hình ảnh / rooms without sound and pictures
              --relay-port N  cổng của trạm chuyển phiếu kín / port of the relay of secret ballots (default 10091; 0 = any)
              --rebuild-search
                              lập lại chỉ mục tìm kiếm từ kho / make the search index anew from the store
              --help
            plenum bridge ... : chỉ chạy cầu truyền hình / a media bridge alone; plenum bridge --help
            plenum box ... : hòm phiếu kín / the ballot box of secret polls; plenum relay ... : trạm chuyển phiếu / its relay
            """;

    private Options() {}

    static Config read(String[] arguments, Map<String, String> environment) throws BadConfig {
        var given = new ArrayDeque<>(List.of(arguments));
        var file = take("--config", given, environment.get("PLENUM_CONFIG"));
        var config = file == null ? JsonNodeFactory.instance.objectNode() : Config.file(Path.of(file));
        var store = environment.get("PLENUM_MONGO_URI");
        if (store != null && !store.isBlank()) {
            config.withObject("/store").put("uri", store);
        }
        while (!given.isEmpty()) {
            var unused = apply(given.removeFirst(), given, config);
        }
        return Config.over(config, file == null ? "plenum" : file);
    }

    private static ObjectNode apply(String option, ArrayDeque<String> rest, ObjectNode config) throws BadConfig {
        return switch (option) {
            case "--demo" -> config.put("demo", true);
            case "--rebuild-search" -> config.put("rebuildSearch", true);
            case "--tls" -> config.withObject("/tls").put("mode", "local-authority");
            case "--port" -> config.withObject("/listen").put("port", port(option, value(option, rest)));
            case "--data" -> config.put("dataDirectory", value(option, rest));
            case "--store" -> config.withObject("/store").put("uri", value(option, rest));
            case "--media-port" -> config.withObject("/media").put("port", port(option, value(option, rest)));
            case "--media-address" -> address(config, value(option, rest));
            case "--relay-port" -> config.withObject("/ballots").put("port", port(option, value(option, rest)));
            case "--no-media" -> config.withObject("/media").put("mode", "off");
            default -> throw new BadConfig("không có tuỳ chọn / no such option: " + option + "\n" + HELP);
        };
    }

    private static ObjectNode address(ObjectNode config, String more) {
        var unused = config.withObject("/media").withArray("addresses").add(more);
        return config;
    }

    static int port(String option, String text) throws BadConfig {
        try {
            var port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new BadConfig(option + ": " + text, e);
        }
        throw new BadConfig(option + ": 0..65535");
    }

    static String value(String option, ArrayDeque<String> rest) throws BadConfig {
        if (rest.isEmpty()) {
            throw new BadConfig(option + ": thiếu giá trị / needs a value");
        }
        return rest.removeFirst();
    }

    /** Takes a named value out of the arguments wherever it stands. */
    private static @Nullable String take(String option, ArrayDeque<String> given, @Nullable String otherwise)
            throws BadConfig {
        if (!given.contains(option)) {
            return otherwise;
        }
        var all = List.copyOf(given);
        var at = all.indexOf(option);
        if (at + 1 == all.size()) {
            throw new BadConfig(option + ": thiếu giá trị / needs a value");
        }
        given.clear();
        given.addAll(all.subList(0, at));
        given.addAll(all.subList(at + 2, all.size()));
        return all.get(at + 1);
    }
}
