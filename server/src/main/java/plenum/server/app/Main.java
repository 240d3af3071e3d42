package plenum.server.app;

import java.util.List;
import org.slf4j.LoggerFactory;
import plenum.server.app.Config.BadConfig;

/** Starts Plenum and says where it is reached. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.HELP);
            return;
        }
        try {
            run(Options.read(arguments, System.getenv()));
        } catch (BadConfig | Unstartable wrong) {
            System.err.println("Plenum: " + wrong.getMessage());
            System.exit(2);
        } catch (Exception fault) {
            LoggerFactory.getLogger(Main.class).error("Plenum does not start", fault);
            System.exit(1);
        }
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
