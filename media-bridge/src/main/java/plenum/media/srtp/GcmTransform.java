package plenum.media.srtp;

import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AEAD_AES_128_GCM (RFC 7714). */
final class GcmTransform implements Transform {
    private static final int TAG = 16;
    private static final int TAG_BITS = 128;
    private static final int WORD = 4;

    private final Cipher cipher;
    private final Key key;
    private final byte[] salt;
    private final byte[] iv = new byte[12];
    private final byte[] word = new byte[WORD];

    GcmTransform(byte[] key, byte[] salt) {
        this.key = new SecretKeySpec(key, "AES");
        this.salt = salt;
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES/GCM", e);
        }
    }

    @Override
    public int protect(byte[] b, int off, int len, int clear, int ssrc, long index) {
        try {
            begin(Cipher.ENCRYPT_MODE, ssrc, index);
            cipher.updateAAD(b, off, clear);
            return clear + cipher.doFinal(b, off + clear, len - clear, b, off + clear);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int unprotect(byte[] b, int off, int len, int clear, int ssrc, long index) {
        try {
            begin(Cipher.DECRYPT_MODE, ssrc, index);
            cipher.updateAAD(b, off, clear);
            return clear + cipher.doFinal(b, off + clear, len - clear, b, off + clear);
        } catch (AEADBadTagException e) {
            return -1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int protectRtcp(byte[] b, int off, int len, int ssrc, int word) {
        try {
            beginRtcp(Cipher.ENCRYPT_MODE, b, off, ssrc, word);
            int at = off + Headers.RTCP;
            int end = at + cipher.doFinal(b, at, len - Headers.RTCP, b, at);
            Headers.put32(b, end, word);
            return end + WORD - off;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int unprotectRtcp(byte[] b, int off, int len, int ssrc) {
        try {
            beginRtcp(Cipher.DECRYPT_MODE, b, off, ssrc, rtcpWord(b, off, len));
            int at = off + Headers.RTCP;
            return Headers.RTCP + cipher.doFinal(b, at, len - Headers.RTCP - WORD, b, at);
        } catch (AEADBadTagException e) {
            return -1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int rtcpWord(byte[] b, int off, int len) {
        return Headers.i32(b, off + len - WORD);
    }

    @Override
    public int overhead() {
        return TAG;
    }

    private void beginRtcp(int mode, byte[] b, int off, int ssrc, int word) throws GeneralSecurityException {
        begin(mode, ssrc, word & 0x7fff_ffff);
        cipher.updateAAD(b, off, Headers.RTCP);
        Headers.put32(this.word, 0, word);
        cipher.updateAAD(this.word, 0, WORD);
    }

    /**
     * Sets the initialization vector: 16 zero bits, SSRC, index of 48 bits; mixed with the salt (sections 8.1, 9.1).
     */
    private void begin(int mode, int ssrc, long index) throws GeneralSecurityException {
        iv[0] = salt[0];
        iv[1] = salt[1];
        Headers.put32(iv, 2, ssrc ^ Headers.i32(salt, 2));
        iv[6] = (byte) (index >> 40 ^ salt[6]);
        iv[7] = (byte) (index >> 32 ^ salt[7]);
        Headers.put32(iv, 8, (int) index ^ Headers.i32(salt, 8));
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
    }
}
