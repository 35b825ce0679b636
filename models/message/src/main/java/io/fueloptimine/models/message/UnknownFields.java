package io.fueloptimine.models.message;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Gathers the fields of one message that its schema does not know, each as the sender wrote it:
 * numbers keep all their digits, objects their order, repeats stay repeats. Never longer than the
 * message.
 */
final class UnknownFields {

    private final byte[] payload;
    private final int start;
    private StringBuilder members;

    /**
     * @param payload the message, valid UTF-8
     * @param start where the parser began in it
     */
    UnknownFields(byte[] payload, int start) {
        this.payload = payload;
        this.start = start;
    }

    /** Takes the field at whose name the parser stands, and moves the parser to its value's end. */
    void keep(JsonParser json) throws IOException {
        int from = start + (int) json.currentTokenLocation().getByteOffset();
        json.nextToken();
        json.skipChildren();
        // A text may not have been read to its end yet.
        json.finishToken();
        int to = start + (int) json.currentLocation().getByteOffset();
        members = members == null ? new StringBuilder("{") : members.append(',');
        members.append(new String(payload, from, to - from, StandardCharsets.UTF_8));
    }

    /** The fields as one JSON object; null when there were none. */
    String toJson() {
        return members == null ? null : members.append('}').toString();
    }
}
