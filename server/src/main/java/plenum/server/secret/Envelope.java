package plenum.server.secret;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The fixed sizes and layouts of what travels between a tablet and the ballot box, so that nobody between them learns
 * anything from lengths. A request is the definition's hash, an HPKE encapsulation (RFC 9180, P-256) and the sealed
 * {@value #PLAIN} bytes; a reply is AES-GCM under a key that both ends export.
 */
public final class Envelope {
    public static final int PLAIN = 2048;
    public static final int HASH = 32;
    /** Of the encapsulated key. */
    public static final int KEY = Keys.POINT;

    private static final int TAG = 16;
    public static final int REQUEST = HASH + KEY + PLAIN + TAG;

    public static final int NONCE = 12;
    /** What the reply says: one byte of {@link Verdict} and a signature or zeros. */
    public static final int ANSWER = 1 + CastBallot.SIGNATURE;

    public static final int REPLY = NONCE + ANSWER + TAG;

    private Envelope() {}

    /** HPKE's info. @param definition hash, hexadecimal */
    public static byte[] info(String definition) {
        return Texts.bytes("plenum-cast 1 " + definition);
    }

    /** Context of the exported key of the reply. */
    public static byte[] replyContext() {
        return Texts.bytes("plenum-reply 1");
    }

    /** Hash of the definition that a request is for, hexadecimal. */
    public static String definition(byte[] request) {
        return HexFormat.of().formatHex(request, 0, HASH);
    }

    /** Message, token, length of the ballot in two bytes, ballot, signature, zeros. */
    public static byte[] pack(CastBallot cast) {
        var plain = ByteBuffer.allocate(PLAIN);
        plain.put(cast.message()).put(cast.token());
        plain.putShort((short) cast.ballot().length).put(cast.ballot()).put(cast.signature());
        return plain.array();
    }

    /** @param token length of a token's signature; @throws IllegalArgumentException for what pack never writes */
    public static CastBallot unpack(byte[] plain, int token) {
        if (plain.length != PLAIN) throw new IllegalArgumentException("length");
        var from = ByteBuffer.wrap(plain);
        var message = take(from, CastBallot.MESSAGE);
        var signed = take(from, token);
        var length = Short.toUnsignedInt(from.getShort());
        if (length > Ballot.LONGEST || length > from.remaining() - CastBallot.SIGNATURE) {
            throw new IllegalArgumentException("length of the ballot");
        }
        var cast = new CastBallot(message, signed, take(from, length), take(from, CastBallot.SIGNATURE));
        if (!Arrays.equals(pack(cast), plain)) throw new IllegalArgumentException("filled with something");
        return cast;
    }

    private static byte[] take(ByteBuffer from, int length) {
        var bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }
}
