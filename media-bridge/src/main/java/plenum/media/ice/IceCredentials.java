package plenum.media.ice;

import java.security.SecureRandom;

/**
 * The name and password of one side of an ICE session (RFC 8445 section 5.3); its text does not show the password.
 *
 * @param ufrag 4 to 256 characters of [A-Za-z0-9+/]
 * @param password 22 to 256 characters of the same
 */
public record IceCredentials(String ufrag, String password) {
    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    public IceCredentials {
        check(ufrag, 4);
        check(password, 22);
    }

    /** New ones: 48 bits of name, 144 bits of password. */
    public static IceCredentials random(SecureRandom random) {
        return new IceCredentials(text(random, 8), text(random, 24));
    }

    private static String text(SecureRandom random, int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }

    private static void check(String text, int shortest) {
        if (text.length() < shortest || text.length() > 256) {
            throw new IllegalArgumentException("wrong length of ICE credentials");
        }
        for (int i = 0; i < text.length(); i++) {
            if (CHARACTERS.indexOf(text.charAt(i)) < 0) {
                throw new IllegalArgumentException("wrong character in ICE credentials");
            }
        }
    }

    @Override
    public String toString() {
        return "IceCredentials[" + ufrag + "]";
    }
}
