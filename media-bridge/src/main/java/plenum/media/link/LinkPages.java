package plenum.media.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plenum.media.api.EndpointId;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;

/**
 * States as pages that fit into one packet each: round (4 bytes), page and number of pages (2 bytes each), then
 * entries. A page lost comes with the next repetition; a state counts when all its pages are there.
 */
public final class LinkPages {
    public static final int MAX_PAGE = 1_100;

    private static final int HEADER = 8;
    private static final int MAX_PAGES = 64;
    private static final byte SOURCE = 1;
    private static final byte WANT = 2;
    private static final int MAX_ENTRY = 128;

    private int round;
    private @Nullable LinkState[] pages = {};
    private boolean complete;

    /** @param round greater than that of every state before */
    public static List<byte[]> write(LinkState state, int round) {
        var pages = new ArrayList<ByteBuffer>();
        pages.add(page());
        for (var source : state.sources()) {
            put(source, room(pages));
        }
        for (var want : state.wants()) {
            room(pages)
                    .put(WANT)
                    .putInt(want.ssrc())
                    .putShort((short) want.height())
                    .put((byte) want.layers());
        }
        int count = Math.min(pages.size(), MAX_PAGES);
        return IntStream.range(0, count)
                .mapToObj(i -> finished(pages.get(i), round, i, count))
                .toList();
    }

    private static ByteBuffer page() {
        return ByteBuffer.allocate(MAX_PAGE).position(HEADER);
    }

    private static ByteBuffer room(List<ByteBuffer> pages) {
        if (pages.getLast().remaining() < MAX_ENTRY) {
            pages.add(page());
        }
        return pages.getLast();
    }

    private static void put(LinkState.Source source, ByteBuffer out) {
        byte[] name = source.id().endpoint().value().getBytes(US_ASCII);
        out.put(SOURCE)
                .put((byte) source.id().kind().ordinal())
                .put((byte) name.length)
                .put(name);
        out.put((byte) source.layers().size());
        for (var layer : source.layers()) {
            out.putInt(layer.ssrc()).putShort((short) layer.height()).putShort((short) layer.kbps());
        }
    }

    private static byte[] finished(ByteBuffer page, int round, int index, int count) {
        page.putInt(0, round).putShort(4, (short) index).putShort(6, (short) count);
        return Arrays.copyOf(page.array(), page.position());
    }

    /**
     * Takes a page of the other end.
     *
     * @return a state that is complete with it and newer than those before; null: none, or malformed
     */
    public @Nullable LinkState take(byte[] b, int offset, int length) {
        try {
            return take(ByteBuffer.wrap(b, offset, length));
        } catch (BufferUnderflowException | IllegalArgumentException malformed) {
            return null;
        }
    }

    private @Nullable LinkState take(ByteBuffer in) {
        int of = in.getInt();
        int index = in.getShort();
        int count = in.getShort();
        if (index < 0 || index >= count || count > MAX_PAGES || pages.length > 0 && of - round < 0) {
            return null;
        }
        var page = entries(in);
        if (pages.length == 0 || of != round) {
            round = of;
            pages = new LinkState[count];
            complete = false;
        }
        if (complete || count != pages.length) {
            return null;
        }
        pages[index] = page;
        return whole();
    }

    private @Nullable LinkState whole() {
        var sources = new ArrayList<LinkState.Source>();
        var wants = new ArrayList<LinkState.Want>();
        for (var page : pages) {
            if (page == null) {
                return null;
            }
            sources.addAll(page.sources());
            wants.addAll(page.wants());
        }
        complete = true;
        return new LinkState(sources, wants);
    }

    private static LinkState entries(ByteBuffer in) {
        var sources = new ArrayList<LinkState.Source>();
        var wants = new ArrayList<LinkState.Want>();
        while (in.hasRemaining()) {
            switch (in.get()) {
                case SOURCE -> sources.add(source(in));
                case WANT -> wants.add(new LinkState.Want(in.getInt(), in.getShort() & 0xffff, in.get() & 7));
                case 0 -> {} // RTCP is in words of four bytes
                default -> throw new IllegalArgumentException("entry");
            }
        }
        return new LinkState(sources, wants);
    }

    private static LinkState.Source source(ByteBuffer in) {
        int kind = in.get();
        if (kind < 0 || kind >= SourceKind.values().length) {
            throw new IllegalArgumentException("kind");
        }
        byte[] name = new byte[in.get() & 0x7f];
        in.get(name);
        var layers = new ArrayList<LinkState.Layer>();
        for (int left = in.get(); left > 0; left--) {
            layers.add(new LinkState.Layer(in.getInt(), in.getShort() & 0xffff, in.getShort() & 0xffff));
        }
        return new LinkState.Source(
                new SourceId(new EndpointId(new String(name, US_ASCII)), SourceKind.values()[kind]), layers);
    }
}
