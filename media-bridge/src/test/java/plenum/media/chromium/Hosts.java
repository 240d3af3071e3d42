package plenum.media.chromium;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Province, district and commune as hosts with a network of their own (Linux network namespaces), each with a line to
 * the next and none past it. Orders and reports go beside these lines, between each host and this machine.
 */
final class Hosts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hosts.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> REGIONS = List.of("", "district", "commune");
    private static final Pattern OURS = Pattern.compile("pl(\\d+)-\\d+");
    private static final String DOWN = "below";
    private static final String UP = "above";

    /** Others' tests on this machine have other names and addresses. */
    private final long pid = ProcessHandle.current().pid();

    private Hosts() {}

    /** Empty where this process may not make namespaces. */
    static Optional<Hosts> ifAllowed() {
        var hosts = new Hosts();
        try {
            removeThoseOfTheDead();
            for (int i = 0; i < REGIONS.size(); i++) hosts.add(i);
            hosts.join(0);
            hosts.join(1);
            LOG.info("three hosts with networks of their own");
            return Optional.of(hosts);
        } catch (IOException notAllowed) {
            LOG.info("all on the loopback address: {}", notAllowed.getMessage());
            hosts.close();
            return Optional.empty();
        }
    }

    /** Whoever was killed has left his behind. */
    private static void removeThoseOfTheDead() throws IOException {
        for (var line : ip("netns list").lines().toList()) {
            var owned = OURS.matcher(line);
            if (owned.lookingAt()
                    && ProcessHandle.of(Long.parseLong(owned.group(1))).isEmpty()) {
                ip("netns del " + owned.group());
            }
        }
    }

    private void add(int number) throws IOException {
        var host = name(number);
        ip("netns add " + host);
        ip("-n " + host + " link set lo up");
        ip("-n " + host + " addr add " + media(number) + "/32 dev lo");
        ip("link add " + host + " type veth peer name orders netns " + host);
        ip("addr add " + orders(number) + ".1/24 dev " + host);
        ip("link set " + host + " up");
        ip("-n " + host + " addr add " + orders(number) + ".2/24 dev orders");
        ip("-n " + host + " link set orders up");
    }

    /** A line from a host to the next one below. */
    private void join(int upper) throws IOException {
        ip("-n " + name(upper) + " link add " + DOWN + " type veth peer name " + UP + " netns " + name(upper + 1));
        ip("-n " + name(upper + 1) + " link set " + UP + " up");
        up(upper);
        route(upper + 1, UP, upper);
    }

    private void up(int upper) throws IOException {
        ip("-n " + name(upper) + " link set " + DOWN + " up");
        route(upper, DOWN, upper + 1);
    }

    private void route(int from, String line, int to) throws IOException {
        ip("-n " + name(from) + " route replace " + media(to) + "/32 dev " + line + " src " + media(from));
    }

    private String name(int number) {
        return "pl" + pid + "-" + number;
    }

    /** The network between a host and this machine, without the last number: 10.64 to 10.191. */
    private String orders(int number) {
        return "10." + (64 + pid % 128) + "." + number;
    }

    private static String media(int number) {
        return "10.200.0." + (number + 1);
    }

    /** The line between the province and the district. */
    void cut(boolean now) {
        try {
            if (now) {
                ip("-n " + name(0) + " link set " + DOWN + " down");
            } else {
                up(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the kernel's count, with the headers of Ethernet, so many bytes have gone down that line. */
    long bytesDownTheLine() {
        try {
            var text = ip("-j -s -n " + name(0) + " link show dev " + DOWN);
            return JSON.readTree(text).at("/0/stats64/tx/bytes").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param region "": the province */
    Place place(String region) {
        int number = REGIONS.indexOf(region);
        return new Place(
                region,
                List.of("ip", "netns", "exec", name(number)),
                address(media(number)),
                address(orders(number) + ".2"),
                address(orders(number) + ".1"));
    }

    List<Place> places() {
        return REGIONS.stream().map(this::place).toList();
    }

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }

    private static String ip(String words) throws IOException {
        var command =
                Stream.concat(Stream.of("ip"), Stream.of(words.split(" "))).toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) throw new IOException("ip " + words + ": " + said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return said;
    }

    @Override
    public void close() {
        for (int i = 0; i < REGIONS.size(); i++) {
            remove("link del " + name(i)); // the kernel would do it, but later
            remove("netns del " + name(i));
        }
    }

    private static void remove(String words) {
        try {
            ip(words);
        } catch (IOException notThere) {
            LOG.debug("{}", notThere.getMessage());
        }
    }
}
