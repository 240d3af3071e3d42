package plenum.media.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One kind of meeting: a cell of the table.
 *
 * @param publishers what each of them sends: at most one voice and one picture
 * @param watchers who only receive; 0: the publishers receive all but their own
 */
record Cell(String name, List<List<StreamPlan>> publishers, int watchers) {
    private static final Pattern NAME = Pattern.compile("(audio|sites|viewers)?(?:(\\d+)x)?(\\d+)");

    Cell {
        publishers = List.copyOf(publishers);
    }

    /**
     * By its name: {@code 4x20}, four cameras to twenty; {@code 8x8}, eight who see each other; {@code audio3x60},
     * three voices to sixty; {@code sites221}, a stage, eight thumbnails and three voices to 221; {@code viewers200}, a
     * stage and three voices to 200 who watch.
     */
    static Cell of(String name) {
        var match = NAME.matcher(name);
        if (!match.matches() || (named(match.group(1)) != (match.group(2) == null))) {
            throw new IllegalArgumentException(
                    "cells are 4x20, 8x8, audio3x60, sites221, viewers200 and their like: " + name);
        }
        int watchers = Integer.parseInt(match.group(3));
        if (match.group(2) == null) {
            return new Cell(name, match.group(1).equals("sites") ? sites() : stage(), watchers);
        }
        int publishers = Integer.parseInt(match.group(2));
        var plan = match.group(1) == null ? StreamPlan.CAMERA : StreamPlan.VOICE;
        return new Cell(name, Collections.nCopies(publishers, List.of(plan)), publishers == watchers ? 0 : watchers);
    }

    private static boolean named(@Nullable String kind) {
        return "sites".equals(kind) || "viewers".equals(kind);
    }

    private static List<List<StreamPlan>> stage() {
        return List.of(
                List.of(StreamPlan.VOICE, StreamPlan.STAGE), List.of(StreamPlan.VOICE), List.of(StreamPlan.VOICE));
    }

    private static List<List<StreamPlan>> sites() {
        var sites = new ArrayList<List<StreamPlan>>();
        sites.add(List.of(StreamPlan.VOICE, StreamPlan.STAGE));
        for (int i = 0; i < 8; i++) {
            sites.add(i < 2 ? List.of(StreamPlan.VOICE, StreamPlan.THUMBNAIL) : List.of(StreamPlan.THUMBNAIL));
        }
        return sites;
    }

    boolean allToAll() {
        return watchers == 0;
    }

    int participants() {
        return publishers.size() + watchers;
    }

    /** Of all publishers. */
    int voices() {
        return (int) streams().stream().filter(plan -> !plan.video()).count();
    }

    /** Of all publishers. */
    int pictures() {
        return (int) streams().stream().filter(StreamPlan::video).count();
    }

    /** In the order of the publishers; a stream is known by its index here. */
    List<StreamPlan> streams() {
        return publishers.stream().flatMap(List::stream).toList();
    }

    /** How many receive each stream. */
    int receiversPerStream() {
        return allToAll() ? publishers.size() - 1 : watchers;
    }

    /** Packets into the bridge each second. */
    int offeredPerSecond() {
        return streams().stream().mapToInt(StreamPlan::packetsPerSecond).sum();
    }
}
