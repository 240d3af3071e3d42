package plenum.server.tls;

import io.nayuki.qrcodegen.QrCode;
import java.util.Map;

/** Draws a URL as a QR code: inline SVG without script or style, quiet zone of four modules included. */
final class QrSvg {
    private static final int QUIET = 4;
    private static final String TEMPLATE = """
            <svg class="qr" viewBox="0 0 {{side}} {{side}}" role="img" aria-label="{{label}}" shape-rendering="crispEdges">\
            <rect width="{{side}}" height="{{side}}" fill="#ffffff"/><path d="{{modules}}" fill="#14233b"/></svg>""";

    private QrSvg() {}

    static Html of(String url, String label) {
        QrCode code = QrCode.encodeText(url, QrCode.Ecc.MEDIUM);
        return Html.fill(
                TEMPLATE,
                Map.of(
                        "side", Html.text(String.valueOf(code.size + 2 * QUIET)),
                        "label", Html.text(label),
                        "modules", Html.text(modules(code))));
    }

    private static String modules(QrCode code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y))
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
            }
        }
        return path.toString();
    }
}
