package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.models.mine.reading.RawMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Identifies a message by a digest of its topic and bytes. */
final class MessageDigests {

    private MessageDigests() {}

    static byte[] of(RawMessage message) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(String.valueOf(message.topic()).getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return message.payload() == null ? sha.digest() : sha.digest(message.payload());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
