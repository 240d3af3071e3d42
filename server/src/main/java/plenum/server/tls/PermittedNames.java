package plenum.server.tls;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;

/**
 * What the local root may vouch for (RFC 5280, 4.2.1.10): private names and networks, and what the server was reached
 * under when the root was made.
 *
 * <p>A stolen root key can thus not impersonate other sites to tablets that trust the root.
 */
record PermittedNames(Set<HostName> domains, Set<Subnet> subnets) {
    private static final List<String> PRIVATE_DOMAINS =
            List.of("localhost", "local", "lan", "internal", "home.arpa", "test");
    private static final List<String> PRIVATE_SUBNETS = List.of(
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",
            "169.254.0.0/16",
            "127.0.0.0/8",
            "::1/128",
            "fc00::/7");

    static PermittedNames around(Addresses addresses) {
        Set<Subnet> subnets =
                PRIVATE_SUBNETS.stream().map(Subnet::parse).collect(Collectors.toCollection(LinkedHashSet::new));
        addresses.networked().stream()
                .filter(address -> subnets.stream().noneMatch(subnet -> subnet.contains(address)))
                .map(Subnet::only)
                .toList()
                .forEach(subnets::add);
        Set<HostName> domains = Stream.concat(PRIVATE_DOMAINS.stream(), addresses.hosts().stream())
                .map(HostName::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new PermittedNames(domains, subnets);
    }

    /** Reads them back from a root certificate. */
    static PermittedNames of(X509Certificate root) {
        byte[] wrapped = root.getExtensionValue(Extension.nameConstraints.getId());
        if (wrapped == null) throw new IllegalArgumentException("a root without name constraints");
        var domains = new LinkedHashSet<HostName>();
        var subnets = new LinkedHashSet<Subnet>();
        for (GeneralSubtree tree : NameConstraints.getInstance(
                        ASN1OctetString.getInstance(wrapped).getOctets())
                .getPermittedSubtrees()) {
            GeneralName base = tree.getBase();
            if (base.getTagNo() == GeneralName.dNSName)
                domains.add(
                        new HostName(ASN1IA5String.getInstance(base.getName()).getString()));
            if (base.getTagNo() == GeneralName.iPAddress)
                subnets.add(Subnet.ofOctets(
                        ASN1OctetString.getInstance(base.getName()).getOctets()));
        }
        return new PermittedNames(domains, subnets);
    }

    boolean permits(String name) {
        return domains.stream().anyMatch(domain -> domain.covers(name));
    }

    boolean permits(InetAddress address) {
        return subnets.stream().anyMatch(subnet -> subnet.contains(address));
    }

    NameConstraints extension() {
        var trees = new ArrayList<GeneralSubtree>();
        for (HostName domain : domains)
            trees.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, domain.value())));
        for (Subnet subnet : subnets)
            trees.add(new GeneralSubtree(new GeneralName(GeneralName.iPAddress, new DEROctetString(subnet.octets()))));
        return new NameConstraints(trees.toArray(GeneralSubtree[]::new), null);
    }
}
