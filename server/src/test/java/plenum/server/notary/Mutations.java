package plenum.server.notary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Seeded ways to falsify an export: bytes changed, put in or taken out, whole lines too, ends cut, places changed. */
final class Mutations {
    private final Random random;
    private final Map<String, byte[]> sound;

    Mutations(Random random, Map<String, byte[]> sound) {
        this.random = random;
        this.sound = sound;
    }

    record Mutation(String what, Map<String, byte[]> files) {}

    Mutation next() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> bytes("events.jsonl");
            case 2 -> bytes("checkpoints.txt");
            case 3 -> bytes("keys.pem");
            case 4 -> lines("events.jsonl", 1);
            case 5 -> lines("checkpoints.txt", 6);
            case 6 -> cut(random.nextBoolean() ? "events.jsonl" : "checkpoints.txt");
            default -> bothCut();
        };
    }

    private Mutation bytes(String file) {
        var old = old(file);
        var at = random.nextInt(old.length);
        return switch (random.nextInt(3)) {
            case 0 -> with(file, "bit flipped at " + at, flipped(old, at));
            case 1 -> with(file, "byte taken out at " + at, joined(old, at, new byte[0], at + 1));
            default -> with(file, "byte put in at " + at, joined(old, at, new byte[] {(byte) random.nextInt(256)}, at));
        };
    }

    private byte[] old(String file) {
        return Objects.requireNonNull(sound.get(file), file);
    }

    private byte[] flipped(byte[] old, int at) {
        var next = old.clone();
        next[at] ^= (byte) (1 << random.nextInt(8));
        return next;
    }

    private static byte[] joined(byte[] old, int end, byte[] between, int from) {
        var next = new byte[end + between.length + old.length - from];
        System.arraycopy(old, 0, next, 0, end);
        System.arraycopy(between, 0, next, end, between.length);
        System.arraycopy(old, from, next, end + between.length, old.length - from);
        return next;
    }

    /** @param size lines that belong together */
    private Mutation lines(String file, int size) {
        var groups = groups(file, size);
        var one = random.nextInt(groups.size());
        var other = (one + 1 + random.nextInt(groups.size() - 1)) % groups.size();
        var next = new ArrayList<>(groups);
        var what = switch (random.nextInt(3)) {
            case 0 -> "taken out " + next.remove(one);
            case 1 -> "again " + next.set(one, groups.get(other));
            default -> "exchanged with " + next.set(one, next.set(other, groups.get(one)));
        };
        return with(file, what, String.join("", next).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> groups(String file, int size) {
        var lines = new String(old(file), StandardCharsets.UTF_8).split("(?<=\n)");
        var groups = new ArrayList<String>();
        for (var from = 0; from < lines.length; from += size) {
            groups.add(String.join("", List.of(lines).subList(from, Math.min(lines.length, from + size))));
        }
        return groups;
    }

    private Mutation cut(String file) {
        var keep = random.nextInt(old(file).length);
        return with(file, "cut after " + keep, joined(old(file), keep, new byte[0], old(file).length));
    }

    /** The end is gone, and the last checkpoint as well. */
    private Mutation bothCut() {
        var lines = groups("events.jsonl", 1);
        var keep = 1 + random.nextInt(lines.size() - 1);
        var notes = groups("checkpoints.txt", 6);
        var shorter = new LinkedHashMap<>(sound);
        shorter.put("events.jsonl", String.join("", lines.subList(0, keep)).getBytes(StandardCharsets.UTF_8));
        var last = notes.getLast();
        shorter.put(
                "checkpoints.txt",
                String.join("", notes.subList(0, notes.size() - 1)).getBytes(StandardCharsets.UTF_8));
        return new Mutation("lines after " + keep + " and the checkpoint " + last, shorter);
    }

    private Mutation with(String file, String what, byte[] bytes) {
        var files = new LinkedHashMap<>(sound);
        files.put(file, bytes);
        return new Mutation(file + ": " + what, files);
    }
}
