package plenum.server.app;

import java.util.List;
import org.slf4j.LoggerFactory;
import plenum.server.app.Config.BadConfig;

/** Starts Plenum, or a media bridge alone, and says where it is reached. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var isBridge = arguments.length > 0 && arguments[0].equals("bridge");
        if (List.of(arguments).contains("--help")) {
            System.out.print(isBridge ? BridgeOptions.HELP : Options.HELP);
            return;
        }
        try {
            if (isBridge) bridge(BridgeOptions.read(List.of(arguments).subList(1, arguments.length)));
            else run(Options.read(arguments, System.getenv()));
        } catch (BadConfig | Unstartable wrong) {
            System.err.println("Plenum: " + wrong.getMessage());
            System.exit(2);
        } catch (Exception fault) {
            LoggerFactory.getLogger(Main.class).error("Plenum does not start", fault);
            System.exit(1);
        }
    }

    private static void bridge(BridgeOptions options) throws Exception {
        var role = BridgeRole.open(options);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(role::close));
        System.out.println("Plenum bridge sẵn sàng / ready: " + role.where());
    }

    private static void run(Config config) throws Exception {
        System.setProperty("plenum.log.level", config.log().level()); // before the first logger: logback.xml reads it
        var plenum = Plenum.open(config);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(plenum::close));
        plenum.load();
        System.out.print(Greeting.of(plenum));
        System.out.flush();
    }
}
