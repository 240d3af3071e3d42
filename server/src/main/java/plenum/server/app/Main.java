package plenum.server.app;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.slf4j.LoggerFactory;
import plenum.server.app.Config.BadConfig;

/** Starts Plenum, or one of its roles alone, and says where it is reached. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var role = arguments.length > 0 ? arguments[0] : "";
        if (List.of(arguments).contains("--help")) {
            System.out.print(help(role));
            return;
        }
        try {
            start(role, arguments);
        } catch (BadConfig | Unstartable wrong) {
            System.err.println("Plenum: " + wrong.getMessage());
            System.exit(2);
        } catch (Exception fault) {
            LoggerFactory.getLogger(Main.class).error("Plenum does not start", fault);
            System.exit(1);
        }
    }

    private static String help(String role) {
        return switch (role) {
            case "bridge" -> BridgeOptions.HELP;
            case "box" -> BoxOptions.HELP;
            case "relay" -> RelayOptions.HELP;
            default -> Options.HELP;
        };
    }

    private static void start(String role, String[] arguments) throws Exception {
        switch (role) {
            case "bridge" -> bridge(BridgeOptions.read(after(arguments)));
            case "box" -> box(BoxOptions.read(after(arguments)));
            case "relay" -> relay(RelayOptions.read(after(arguments)));
            default -> run(Options.read(arguments, System.getenv()));
        }
    }

    private static List<String> after(String[] arguments) {
        return List.of(arguments).subList(1, arguments.length);
    }

    private static void bridge(BridgeOptions options) throws Exception {
        var role = BridgeRole.open(options);
        ready("bridge", role.where(), role::close);
    }

    private static void box(BoxOptions options) throws Exception {
        var role = BoxRole.open(options);
        ready("box", role.where(), role::close);
    }

    private static void relay(RelayOptions options) throws Exception {
        var role = RelayRole.open(options);
        ready("relay", role.where(), role::close);
    }

    private static void ready(String role, String where, Runnable stop) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(stop));
        if (Boolean.getBoolean(ChildRole.CHILD)) Thread.ofPlatform().daemon().start(Main::endWithParent);
        System.out.println("Plenum " + role + " sẵn sàng / ready: " + where);
    }

    /** The parent holds our input open as long as it lives. */
    private static void endWithParent() {
        try {
            var unused = System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            LoggerFactory.getLogger(Main.class).debug("no input", gone);
        }
        System.exit(0);
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
