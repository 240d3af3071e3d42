package plenum.server.tls;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The public page from which tablets install the local root: fingerprint, downloads, steps, QR codes of each address.
 *
 * <p>Served in clear, because a tablet without the root cannot open anything else; hence the fingerprint to compare.
 */
public final class InstallPage {
    /** Where the page lies on the plain listener. */
    public static final String PATH = "/install-ca";

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final X509Certificate root;
    private final String rootName;
    private final int httpPort;
    private final int tlsPort;
    private final Buffer profile;
    private final Buffer style = Buffer.buffer(Resource.text("install.css"));
    private volatile Buffer page;

    /** @param root the local authority's, see {@link LocalAuthority#root} */
    public InstallPage(X509Certificate root, Addresses addresses, int httpPort, int tlsPort) {
        this.root = root;
        this.rootName = commonName(root);
        this.httpPort = httpPort;
        this.tlsPort = tlsPort;
        this.profile = Buffer.buffer(MobileConfig.of(root, rootName));
        this.page = render(addresses);
    }

    /** Shows other addresses from now on. */
    public void show(Addresses addresses) {
        page = render(addresses);
    }

    /** Adds the page and its three files to a router; no authentication, everything here is public. */
    public void mount(Router router) {
        router.get(PATH).handler(context -> send(context, "text/html; charset=utf-8", page));
        router.get(PATH + "/install.css").handler(context -> send(context, "text/css; charset=utf-8", style));
        router.get(PATH + "/plenum-ca.crt").handler(context -> {
            attach(context, "plenum-ca.crt");
            send(context, "application/x-x509-ca-cert", Buffer.buffer(Pem.der(root)));
        });
        router.get(PATH + "/plenum.mobileconfig").handler(context -> {
            attach(context, "plenum.mobileconfig");
            send(context, "application/x-apple-aspen-config", profile);
        });
    }

    private static void attach(RoutingContext context, String name) {
        context.response().putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    private static void send(RoutingContext context, String type, Buffer content) {
        context.response()
                .putHeader("Content-Type", type)
                .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cache-Control", "no-store")
                .end(content);
    }

    private Buffer render(Addresses addresses) {
        var fingerprint = Fingerprint.of(root);
        Html html = Html.fill(
                Resource.text("install.html"),
                Map.of(
                        "rootName", Html.text(rootName),
                        "until", Html.text(DATE.format(root.getNotAfter().toInstant())),
                        "fingerprint", groups(fingerprint),
                        "addresses", Html.join(cards(addresses.elsewhere()))));
        return Buffer.buffer(html.markup());
    }

    private static Html groups(Fingerprint fingerprint) {
        return Html.join(fingerprint.groups().stream()
                .map(group -> Html.fill("<span>{{group}}</span> ", Map.of("group", Html.text(group))))
                .toList());
    }

    private List<Html> cards(Addresses addresses) {
        var cards = new ArrayList<Html>();
        List<URI> plain = addresses.urls("http", httpPort);
        List<URI> secure = addresses.urls("https", tlsPort);
        for (int i = 0; i < plain.size(); i++) cards.add(card(plain.get(i).resolve(PATH), secure.get(i)));
        if (cards.isEmpty()) cards.add(new Html(Resource.text("no-address.html")));
        return cards;
    }

    private static Html card(URI install, URI open) {
        return Html.fill(
                Resource.text("address.html"),
                Map.of(
                        "host", Html.text(open.getHost()),
                        "install", Html.text(install.toString()),
                        "open", Html.text(open.toString()),
                        "installQr", QrSvg.of(install.toString(), "QR " + install),
                        "openQr", QrSvg.of(open.toString(), "QR " + open)));
    }

    private static String commonName(X509Certificate root) {
        String name = root.getSubjectX500Principal().getName();
        return name.replaceFirst(".*CN=([^,]+).*", "$1");
    }
}
