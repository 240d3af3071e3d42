package plenum.server.notary;

import java.util.List;

/**
 * A line of the journal and its way to the root of the tree of checkpoints.
 *
 * @param line as stored, without its line feed
 * @param proof hashes from the leaf's neighbour upwards, Base64 (RFC 6962 section 2.1.1)
 */
record ProvenLine(long seq, String line, List<String> proof) {
    ProvenLine {
        proof = List.copyOf(proof);
    }
}
