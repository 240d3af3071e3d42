package plenum.server.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plenum's own certificate authority: one root per installation, kept, and a short-lived server certificate under it.
 *
 * <p>Files, all in one directory of mode 700: {@code authority.pem} and {@code server.pem} (certificate and key
 * together, mode 600, replaced as one) and {@code plenum-ca.crt} (the root's DER, public). Not thread-safe: one thread
 * at a time.
 */
public final class LocalAuthority {
    static final Duration RENEW_BEFORE = Duration.ofDays(60);

    private static final Duration ROOT_WARNING = Duration.ofDays(365);
    private static final Logger LOG = LoggerFactory.getLogger(LocalAuthority.class);

    private final Path directory;
    private final InstantSource clock;
    private final Credential root;

    private LocalAuthority(Path directory, InstantSource clock, Credential root) {
        this.directory = directory;
        this.clock = clock;
        this.root = root;
    }

    /**
     * Opens the authority, making its root at the first start and when the old one has expired.
     *
     * @param directory made when absent
     * @param addresses what a new root is constrained to, besides private names and networks
     * @throws TlsUnusable when the kept root cannot be read: it is never replaced silently, all tablets would have to
     *     install the new one
     */
    public static LocalAuthority open(Path directory, Addresses addresses, InstantSource clock) {
        try {
            PrivateFile.directory(directory);
            Credential root = root(directory, addresses, clock.instant());
            PrivateFile.writePublic(directory.resolve("plenum-ca.crt"), Pem.der(root.certificate()));
            return new LocalAuthority(directory, clock, root);
        } catch (IOException e) {
            throw new UncheckedIOException("local authority in " + directory, e);
        }
    }

    /** The root that tablets install. */
    public X509Certificate root() {
        return root.certificate();
    }

    /**
     * The server's certificate and key: the kept one while it is good for another 60 days and names exactly these
     * addresses, otherwise a new one.
     *
     * @throws TlsUnusable when a configured host name lies outside what the root may vouch for
     */
    public Credential serverCredential(Addresses addresses) {
        return credential(directory.resolve("server.pem"), addresses);
    }

    /**
     * The same for another listener of this machine, with a key of its own. @param file in the authority's directory
     */
    public Credential credential(Path file, Addresses addresses) {
        SubjectNames names = vouchable(addresses);
        Instant now = clock.instant();
        return kept(file, names, now).orElseGet(() -> issue(file, names, now));
    }

    private Credential issue(Path file, SubjectNames names, Instant now) {
        Credential made = CertificateMaker.server(root, names, now);
        try {
            PrivateFile.writeSecret(file, Pem.of(made.chain()) + Pem.of(made.key()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the server certificate in " + directory, e);
        }
        LOG.info(
                "server certificate issued until={} names={} addresses={}",
                made.notAfter(),
                names.names(),
                names.addresses());
        return made;
    }

    private Optional<Credential> kept(Path file, SubjectNames names, Instant now) {
        if (!Files.exists(file)) return Optional.empty();
        try {
            Credential found = read(file);
            found.certificate().verify(root().getPublicKey());
            boolean young = now.isBefore(found.notAfter().minus(RENEW_BEFORE)) && !now.isBefore(notBefore(found));
            return young && SubjectNames.of(found.certificate()).equals(names) ? Optional.of(found) : Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("server certificate in {} is unusable ({}), a new one is issued", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** One name outside the root's constraints would make tablets refuse the whole certificate. */
    private SubjectNames vouchable(Addresses addresses) {
        var permitted = PermittedNames.of(root());
        addresses.hosts().stream()
                .filter(host -> !permitted.permits(host))
                .findFirst()
                .ifPresent(this::refuse);
        var wanted = SubjectNames.of(addresses);
        Set<InetAddress> inside =
                wanted.addresses().stream().filter(permitted::permits).collect(Collectors.toSet());
        if (inside.size() < wanted.addresses().size())
            LOG.warn("addresses outside the root's constraints are not certified: {}", outside(wanted, inside));
        return new SubjectNames(wanted.names(), inside);
    }

    private static Set<InetAddress> outside(SubjectNames wanted, Set<InetAddress> inside) {
        return wanted.addresses().stream()
                .filter(address -> !inside.contains(address))
                .collect(Collectors.toSet());
    }

    private void refuse(String host) {
        Path file = directory.resolve("authority.pem");
        throw new TlsUnusable(
                "Chứng thư gốc không được phép xác nhận tên " + host + ". Xóa " + file
                        + " để tạo chứng thư gốc mới (mọi máy tính bảng phải cài lại)",
                "The root may not vouch for " + host + ". Delete " + file
                        + " to make a new root (every tablet must install it again)");
    }

    private static Credential root(Path directory, Addresses addresses, Instant now) throws IOException {
        Path file = directory.resolve("authority.pem");
        if (Files.exists(file)) {
            Credential kept = readRoot(file);
            if (now.isAfter(kept.notAfter().minus(ROOT_WARNING)))
                LOG.warn("the local root ends at {}: every tablet must then install a new one", kept.notAfter());
            if (now.isBefore(kept.notAfter())) return kept;
        }
        Credential made = CertificateMaker.root(PermittedNames.around(addresses), now);
        PrivateFile.writeSecret(file, Pem.of(made.chain()) + Pem.of(made.key()));
        LOG.info("local root made until={} sha256={}", made.notAfter(), Fingerprint.of(made.certificate()));
        return made;
    }

    private static Credential readRoot(Path file) {
        try {
            Credential found = read(file);
            LOG.debug("local root kept permitted={}", PermittedNames.of(found.certificate()));
            return found;
        } catch (IOException | IllegalArgumentException e) {
            throw new TlsUnusable(
                    "Không đọc được chứng thư gốc " + file
                            + ": khôi phục từ bản sao lưu, hoặc xóa để tạo mới (mọi máy tính bảng phải cài lại)",
                    "Cannot read the root " + file
                            + ": restore it from a backup, or delete it to make a new one (every tablet must install it again)",
                    e);
        }
    }

    private static Credential read(Path file) throws IOException {
        Pem pem = Pem.read(Files.readString(file, StandardCharsets.US_ASCII));
        if (pem.certificates().size() != 1 || pem.keys().size() != 1)
            throw new IOException("expected one certificate and one key in " + file);
        var found = new Credential(pem.certificates(), pem.keys().getFirst());
        if (!KeyMatch.matches(found.certificate().getPublicKey(), found.key()))
            throw new IOException("certificate and key don't belong together in " + file);
        return found;
    }

    private static Instant notBefore(Credential credential) {
        return credential.certificate().getNotBefore().toInstant();
    }
}
