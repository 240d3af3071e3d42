package plenum.media.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The voices on their tracks, without a gap: the loudest is on the first, which every player plays; who speaks at the
 * same time is on the others. Media thread only.
 */
final class Voices {
    /** Another voice takes the first track when it is louder by so many dB. */
    private static final double LOUDER = 8;

    /** Or when nothing was said on it for so many cells. */
    private static final int QUIET = 15;

    private final List<VoiceSlot> slots;
    private final int[] trackOf = IntStream.range(0, Webm.VOICES).toArray();
    private final long[] filledTo = new long[Webm.VOICES]; // cells
    private final int[] silent = new int[Webm.VOICES]; // cells that are not written yet

    Voices(List<VoiceSlot> slots) {
        this.slots = slots;
    }

    List<VoiceSlot> slots() {
        return slots;
    }

    void look(long nowNs) {
        slots.forEach(slot -> slot.look(nowNs));
    }

    /** Writes a cell of all tracks. @param ms of the cell on the tape */
    void write(long cell, long ms, Cluster out) {
        var said =
                slots.stream().map(slot -> Optional.ofNullable(slot.at(cell))).toList();
        lead();
        for (int i = 0; i < Webm.VOICES; i++) {
            int track = trackOf[i];
            var packet = i < said.size() ? said.get(i) : Optional.<VoiceSlot.Said>empty();
            if (filledTo[track] > cell) {
                continue;
            }
            if (packet.isPresent()) {
                flush(track, ms, out);
                out.voice(Webm.VOICE_TRACK + track, ms, packet.get().packet());
                filledTo[track] = cell + packet.get().cells();
            } else if (++silent[track] == Opus.MOST_SILENT) {
                flush(track, ms + Opus.CELL_MS, out);
            }
        }
    }

    /** The loudest goes to the first track. */
    private void lead() {
        int leading = 0;
        int loudest = 0;
        for (int i = 0; i < slots.size(); i++) {
            leading = trackOf[i] == 0 ? i : leading;
            loudest = slots.get(i).level() < slots.get(loudest).level() ? i : loudest;
        }
        var now = slots.get(leading);
        var other = slots.get(loudest);
        if (other.quiet() == 0 && (now.quiet() > QUIET || now.level() - other.level() > LOUDER)) {
            trackOf[leading] = trackOf[loudest];
            trackOf[loudest] = 0;
        }
    }

    /** @param ms where the silence ends */
    private void flush(int track, long ms, Cluster out) {
        if (silent[track] > 0) {
            out.voice(Webm.VOICE_TRACK + track, ms - (long) silent[track] * Opus.CELL_MS, Opus.silence(silent[track]));
            silent[track] = 0;
        }
    }

    /** Nothing is left for the next cluster. @param ms where this one ends */
    void flush(long ms, Cluster out) {
        for (int track = 0; track < Webm.VOICES; track++) {
            flush(track, ms, out);
        }
    }

    /** Where the last packet ends that was begun before this cell, or the cell. */
    long end(long cell) {
        return Math.max(cell, Arrays.stream(filledTo).max().orElse(cell));
    }
}
