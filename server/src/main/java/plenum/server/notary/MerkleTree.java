package plenum.server.notary;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The hash tree of RFC 6962 section 2.1 over lines that only grow: SHA-256, leaf 0x00, node 0x01. Keeps every whole
 * subtree (64 bytes a line or less), so that roots and proofs cost the logarithm of the size. One thread.
 */
final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** Hashes of the whole subtrees of 2 to the power of the index leaves, in order. */
    private final List<List<byte[]>> levels = new ArrayList<>(List.of(new ArrayList<>()));

    private final MessageDigest digest;

    MerkleTree() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    int size() {
        return levels.getFirst().size();
    }

    void add(byte[] line) {
        var hash = leaf(line);
        for (var level = 0; ; level++) {
            var whole = levels.get(level);
            whole.add(hash);
            if (whole.size() % 2 == 1) {
                return;
            }
            hash = node(whole.get(whole.size() - 2), hash);
            if (levels.size() == level + 1) {
                levels.add(new ArrayList<>());
            }
        }
    }

    byte[] leaf(byte[] line) {
        digest.update(LEAF);
        return digest.digest(line);
    }

    /** @param size 0 to {@link #size()} */
    byte[] root(int size) {
        return size == 0 ? digest.digest() : range(0, size);
    }

    /** That the first {@code from} lines begin the first {@code size} (section 2.1.2). @param from 1 to size */
    List<byte[]> consistency(int from, int size) {
        var proof = new ArrayList<byte[]>();
        prove(from, 0, size, true, proof);
        return proof;
    }

    /** That the line is among the first {@code size} (section 2.1.1). @param line counted from 0, below size */
    List<byte[]> inclusion(int line, int size) {
        var path = new ArrayList<byte[]>();
        climb(line, 0, size, path);
        return path;
    }

    private void climb(int line, int start, int size, List<byte[]> path) {
        if (size == 1) {
            return;
        }
        var left = largestPowerBelow(size);
        if (line < left) {
            climb(line, start, left, path);
            path.add(range(start + left, size - left));
        } else {
            climb(line - left, start + left, size - left, path);
            path.add(range(start, left));
        }
    }

    private void prove(int from, int start, int size, boolean known, List<byte[]> proof) {
        if (from == size) {
            if (!known) {
                proof.add(range(start, size));
            }
            return;
        }
        var left = largestPowerBelow(size);
        if (from <= left) {
            prove(from, start, left, known, proof);
            proof.add(range(start + left, size - left));
        } else {
            prove(from - left, start + left, size - left, false, proof);
            proof.add(range(start, left));
        }
    }

    private byte[] range(int start, int size) {
        var level = Integer.numberOfTrailingZeros(size);
        if (size == 1 << level && start % size == 0) {
            return levels.get(level).get(start >> level);
        }
        var left = largestPowerBelow(size);
        return node(range(start, left), range(start + left, size - left));
    }

    private byte[] node(byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    private static int largestPowerBelow(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
