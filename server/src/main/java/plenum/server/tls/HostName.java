package plenum.server.tls;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** A DNS name in its ASCII form, lower case, at most 253 characters, without wildcard. */
record HostName(String value) {
    private static final Pattern FORM =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?" + "(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final int LONGEST = 253;

    HostName {
        if (value.length() > LONGEST || !FORM.matcher(value).matches())
            throw new TlsUnusable("Tên máy chủ không hợp lệ: " + value, "Not a host name: " + value);
    }

    static HostName of(String written) {
        try {
            return new HostName(IDN.toASCII(written.strip()).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new TlsUnusable("Tên máy chủ không hợp lệ: " + written, "Not a host name: " + written, e);
        }
    }

    /** True for the name itself and for every name below it. */
    boolean covers(String name) {
        return name.equals(value) || name.endsWith("." + value);
    }
}
