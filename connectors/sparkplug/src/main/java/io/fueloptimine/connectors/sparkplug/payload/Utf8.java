package io.fueloptimine.connectors.sparkplug.payload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text from bytes that may not be text. */
final class Utf8 {

    private Utf8() {}

    static String decode(byte[] bytes) throws SparkplugFault {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new SparkplugFault(null, e.getMessage(), "UTF-8");
        }
    }
}
