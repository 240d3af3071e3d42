package plenum.server.notary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void theRootsAreThoseOfCertificateTransparency() {
        var lines = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        var roots = List.of(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        var tree = new MerkleTree();
        for (var size = 1; size <= lines.size(); size++) {
            tree.add(HEX.parseHex(lines.get(size - 1)));
            assertThat(HEX.formatHex(tree.root(size))).isEqualTo(roots.get(size - 1));
        }
    }

    @Test
    void aProofShowsThatAnEarlierTreeIsTheBeginningOfALaterOneAndNoOther() {
        var tree = new MerkleTree();
        var roots = new ArrayList<byte[]>();
        for (var size = 1; size <= 130; size++) {
            tree.add(("dòng " + size).getBytes(StandardCharsets.UTF_8));
            roots.add(tree.root(size));
            for (var from = 1; from <= size; from++) {
                var proof = tree.consistency(from, size);
                var known = roots.get(from - 1);
                var root = roots.get(size - 1);
                assertThat(Proofs.consistent(from, known, size, root, proof)).isTrue();
                assertThat(Proofs.consistent(from, changed(known), size, root, proof))
                        .isFalse();
                assertThat(Proofs.consistent(from, known, size, changed(root), proof))
                        .isFalse();
            }
        }
    }

    @Test
    void aPathShowsThatALineIsInATreeAtItsPlaceAndNowhereElse() {
        var tree = new MerkleTree();
        for (var size = 1; size <= 70; size++) {
            tree.add(("dòng " + size).getBytes(StandardCharsets.UTF_8));
            var root = tree.root(size);
            for (var line = 0; line < size; line++) {
                var leaf = tree.leaf(("dòng " + (line + 1)).getBytes(StandardCharsets.UTF_8));
                var path = tree.inclusion(line, size);
                assertThat(Proofs.included(line, leaf, size, root, path)).isTrue();
                assertThat(Proofs.included(line, changed(leaf), size, root, path))
                        .isFalse();
                assertThat(Proofs.included(line, leaf, size, changed(root), path))
                        .isFalse();
                assertThat(Proofs.included((line + 1) % size, leaf, size, root, path))
                        .isEqualTo(size == 1);
            }
        }
    }

    @Test
    void anEarlierRootIsTheSameInALaterTree() {
        var tree = new MerkleTree();
        for (var size = 1; size <= 70; size++) {
            tree.add(new byte[] {(byte) size});
        }
        var shorter = new MerkleTree();
        for (var size = 1; size <= 70; size++) {
            shorter.add(new byte[] {(byte) size});
            assertThat(tree.root(size)).isEqualTo(shorter.root(size));
        }
    }

    private static byte[] changed(byte[] hash) {
        var other = hash.clone();
        other[0] ^= 1;
        return other;
    }
}
