package plenum.media.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used since its start, from {@code /proc}.
 *
 * @param userTicks 1/100 s of processor time in the program
 * @param systemTicks 1/100 s of processor time in the kernel
 * @param residentKib memory
 */
record ProcessUsage(long userTicks, long systemTicks, long residentKib) {
    private static final double TICK_US = 10_000;
    private static final int USER_TIME = 11; // field 14 of proc(5), counted behind the name

    static ProcessUsage of(long pid) {
        var fields =
                behindName(read(Path.of("/proc", Long.toString(pid), "stat"))).split(" ");
        return new ProcessUsage(
                Long.parseLong(fields[USER_TIME]), Long.parseLong(fields[USER_TIME + 1]), residentKib(pid));
    }

    /** Mean number of runnable threads of the last minute. */
    static double loadAverage() {
        return Double.parseDouble(read(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    double cpuUsSince(ProcessUsage before) {
        return (userTicks + systemTicks - before.userTicks - before.systemTicks) * TICK_US;
    }

    /** Share of the kernel in the processor time. */
    double systemShareSince(ProcessUsage before) {
        long system = systemTicks - before.systemTicks;
        return system == 0 ? 0 : (double) system / (system + userTicks - before.userTicks);
    }

    private static long residentKib(long pid) {
        return read(Path.of("/proc", Long.toString(pid), "status"))
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static String behindName(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
