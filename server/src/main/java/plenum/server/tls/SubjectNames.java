package plenum.server.tls;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** The names and addresses that a server certificate vouches for (subjectAltName). */
record SubjectNames(Set<String> names, Set<InetAddress> addresses) {
    SubjectNames {
        names = Set.copyOf(names);
        addresses = Set.copyOf(addresses);
    }

    static SubjectNames of(Addresses addresses) {
        return new SubjectNames(addresses.certifiedNames(), addresses.certifiedAddresses());
    }

    static SubjectNames of(X509Certificate certificate) throws CertificateParsingException {
        var names = new LinkedHashSet<String>();
        var addresses = new LinkedHashSet<InetAddress>();
        Collection<List<?>> listed = certificate.getSubjectAlternativeNames();
        if (listed == null) return new SubjectNames(names, addresses);
        for (List<?> entry : listed) {
            String value = String.valueOf(entry.get(1));
            if (Integer.valueOf(GeneralName.dNSName).equals(entry.get(0))) names.add(value);
            if (Integer.valueOf(GeneralName.iPAddress).equals(entry.get(0)))
                addresses.add(InetAddress.ofLiteral(value));
        }
        return new SubjectNames(names, addresses);
    }

    GeneralNames extension() {
        var all = new ArrayList<GeneralName>();
        names.stream().sorted().forEach(name -> all.add(new GeneralName(GeneralName.dNSName, name)));
        addresses.stream()
                .map(address -> new DEROctetString(address.getAddress()))
                .forEach(octets -> all.add(new GeneralName(GeneralName.iPAddress, octets)));
        return new GeneralNames(all.toArray(GeneralName[]::new));
    }
}
