package plenum.server.notary;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks consistency proofs as a witness does: RFC 9162 section 2.1.4.2, written without the tree. */
final class Proofs {
    private Proofs() {}

    static boolean consistent(long from, byte[] known, long size, byte[] root, List<byte[]> proof) {
        if (from == size) {
            return proof.isEmpty() && Arrays.equals(known, root);
        }
        var path = new ArrayList<>(proof);
        if (Long.bitCount(from) == 1) {
            path.addFirst(known);
        }
        if (path.isEmpty()) {
            return false;
        }
        var first = from - 1;
        var second = size - 1;
        while ((first & 1) == 1) {
            first >>= 1;
            second >>= 1;
        }
        var before = path.getFirst();
        var now = before;
        for (var next : path.subList(1, path.size())) {
            if (second == 0) {
                return false;
            }
            if ((first & 1) == 1 || first == second) {
                before = node(next, before);
                now = node(next, now);
                while ((first & 1) == 0 && first != 0) {
                    first >>= 1;
                    second >>= 1;
                }
            } else {
                now = node(now, next);
            }
            first >>= 1;
            second >>= 1;
        }
        return second == 0 && Arrays.equals(before, known) && Arrays.equals(now, root);
    }

    /** Section 2.1.3.2. @param line counted from 0 */
    static boolean included(long line, byte[] leaf, long size, byte[] root, List<byte[]> path) {
        var at = line;
        var last = size - 1;
        var hash = leaf;
        for (var next : path) {
            if (last == 0) return false;
            if (at % 2 == 1 || at == last) {
                hash = node(next, hash);
                while (at % 2 == 0 && at != 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                hash = node(hash, next);
            }
            at /= 2;
            last /= 2;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    private static byte[] node(byte[] left, byte[] right) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 1);
            digest.update(left);
            return digest.digest(right);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
