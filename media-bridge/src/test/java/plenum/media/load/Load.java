package plenum.media.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures bridges side by side, in turn, and prints a table; {@code media-bridge/doc/load.md} tells its flags. */
public final class Load {
    private Load() {}

    public static void main(String[] arguments) {
        var flags = Flags.of(arguments);
        var cells = flags.list("cells", "1x20,4x20,8x8,audio3x60,sites221").stream()
                .map(Cell::of)
                .toList();
        System.out.println(Window.header());
        var unused = run(flags, cells);
        System.exit(0);
    }

    /** Bridges in turn in each round, so that what disturbs the machine disturbs all of them. */
    static List<Window> run(Flags flags, List<Cell> cells) {
        var windows = new ArrayList<Window>();
        var bridges = new ArrayList<Sfu>();
        try (var generator = new Generator()) {
            for (String name : flags.list("bridges", JanusSfu.installed() ? "plenum,janus" : "plenum")) {
                bridges.add(start(name, flags));
            }
            for (var cell : cells) {
                for (int round = 0; round < flags.number("rounds", 3); round++) {
                    for (var bridge : bridges) {
                        windows.add(measure(
                                new Run(cell, bridge, flags.number("warmup", 15), flags.number("seconds", 20)),
                                generator));
                    }
                }
            }
        } finally {
            bridges.forEach(Sfu::close);
        }
        return windows;
    }

    private static Window measure(Run run, Generator generator) {
        var window = run.measure(generator);
        System.out.println(window);
        return window;
    }

    private static Sfu start(String name, Flags flags) {
        int processor = flags.number("pin", -1);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "plenum" -> PlenumSfu.start(processor, flags.words("jvm", "-Xmx512m"), true);
            case BridgeProcess.PACKET_WISE -> PlenumSfu.start(processor, flags.words("jvm", "-Xmx512m"), false);
            case "janus" -> JanusSfu.start(processor);
            default -> throw new IllegalArgumentException("--bridges are plenum, packet-wise and janus");
        };
    }
}
