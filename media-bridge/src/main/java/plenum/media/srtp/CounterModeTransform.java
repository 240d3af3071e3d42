package plenum.media.srtp;

import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES in counter mode with HMAC-SHA1, the tag cut to 80 bits (RFC 3711 sections 4.1.1, 4.2.1). */
final class CounterModeTransform implements Transform {
    static final int AUTHENTICATION_KEY = 20;
    private static final int TAG = 10;
    private static final int WORD = 4;

    private final Cipher cipher;
    private final Mac mac;
    private final Key key;
    private final byte[] salt;
    private final byte[] iv = new byte[16];
    private final byte[] rollover = new byte[4];
    private final byte[] digest = new byte[20];
    /** Where the cipher writes: onto its own input it would make a copy each time. */
    private byte[] scratch = new byte[2048];

    CounterModeTransform(byte[] key, byte[] salt, byte[] authenticationKey) {
        this.key = new SecretKeySpec(key, "AES");
        this.salt = salt;
        try {
            cipher = Cipher.getInstance("AES/CTR/NoPadding");
            mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authenticationKey, "HmacSHA1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES/CTR and HmacSHA1", e);
        }
    }

    @Override
    public int protect(byte[] b, int off, int len, int clear, int ssrc, long index) {
        crypt(b, off + clear, len - clear, ssrc, index);
        authenticate(b, off, len, index);
        System.arraycopy(digest, 0, b, off + len, TAG);
        return len + TAG;
    }

    @Override
    public int unprotect(byte[] b, int off, int len, int clear, int ssrc, long index) {
        int length = len - TAG;
        authenticate(b, off, length, index);
        if (!tagIs(b, off + length)) {
            return -1;
        }
        crypt(b, off + clear, length - clear, ssrc, index);
        return length;
    }

    @Override
    public int protectRtcp(byte[] b, int off, int len, int ssrc, int word) {
        crypt(b, off + Headers.RTCP, len - Headers.RTCP, ssrc, word & 0x7fff_ffff);
        Headers.put32(b, off + len, word);
        mac.update(b, off, len + WORD);
        finish();
        System.arraycopy(digest, 0, b, off + len + WORD, TAG);
        return len + WORD + TAG;
    }

    @Override
    public int unprotectRtcp(byte[] b, int off, int len, int ssrc) {
        mac.update(b, off, len - TAG);
        finish();
        if (!tagIs(b, off + len - TAG)) {
            return -1;
        }
        int length = len - WORD - TAG;
        crypt(b, off + Headers.RTCP, length - Headers.RTCP, ssrc, rtcpWord(b, off, len) & 0x7fff_ffff);
        return length;
    }

    @Override
    public int rtcpWord(byte[] b, int off, int len) {
        return Headers.i32(b, off + len - TAG - WORD);
    }

    @Override
    public int overhead() {
        return TAG;
    }

    /** Encrypts or decrypts: the initialization vector is salt, SSRC and index mixed (section 4.1.1). */
    private void crypt(byte[] b, int at, int length, int ssrc, long index) {
        System.arraycopy(salt, 0, iv, 0, salt.length);
        Headers.put32(iv, 4, ssrc ^ Headers.i32(salt, 4));
        iv[8] = (byte) (index >> 40 ^ salt[8]);
        iv[9] = (byte) (index >> 32 ^ salt[9]);
        Headers.put32(iv, 10, (int) index ^ Headers.i32(salt, 10));
        if (scratch.length < length) {
            scratch = new byte[length];
        }
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
            if (cipher.doFinal(b, at, length, scratch, 0) != length) {
                throw new IllegalStateException("counter mode keeps lengths");
            }
            System.arraycopy(scratch, 0, b, at, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void authenticate(byte[] b, int off, int length, long index) {
        mac.update(b, off, length);
        Headers.put32(rollover, 0, (int) (index >> 16));
        mac.update(rollover, 0, 4);
        finish();
    }

    private void finish() {
        try {
            mac.doFinal(digest, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares in a time that does not depend on the bytes. */
    private boolean tagIs(byte[] b, int at) {
        int different = 0;
        for (int i = 0; i < TAG; i++) {
            different |= b[at + i] ^ digest[i];
        }
        return different == 0;
    }
}
