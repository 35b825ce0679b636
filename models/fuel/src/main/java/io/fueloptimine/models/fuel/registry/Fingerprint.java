package io.fueloptimine.models.fuel.registry;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes the SHA-256 of bytes or numbers. Not thread-safe. */
public final class Fingerprint {

    private final MessageDigest digest = newDigest();

    /** The SHA-256 of the bytes, in hexadecimal. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(newDigest().digest(bytes));
    }

    /** Adds the bits of the numbers. */
    public void add(float... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
        for (float value : values) {
            buffer.putFloat(value);
        }
        digest.update(buffer.array());
    }

    /** The SHA-256 of everything added so far, hexadecimal. Resets the fingerprint. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
