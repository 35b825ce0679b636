package io.fueloptimine.models.message.aemp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes an XML document strictly, in the encoding that its first bytes declare. The parser of the
 * JDK would print invalid bytes to standard error.
 */
final class XmlText {

    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,100}encoding=[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final int DECLARATION_BYTES = 200;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private XmlText() {}

    static String of(byte[] document) throws InvalidSnapshotException {
        try {
            String text =
                    charset(document).newDecoder().decode(ByteBuffer.wrap(document)).toString();
            return (text.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? text.substring(1) : text)
                    .strip();
        } catch (CharacterCodingException e) {
            throw new InvalidSnapshotException(
                    "bytes that are no text in the encoding of the page", "XML or JSON");
        } catch (IllegalArgumentException e) {
            throw new InvalidSnapshotException("an unknown encoding", "UTF-8 or UTF-16");
        }
    }

    private static Charset charset(byte[] document) {
        if (document.length >= 2 && isUtf16(document[0] & 0xFF, document[1] & 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        String start =
                new String(
                        document,
                        0,
                        Math.min(DECLARATION_BYTES, document.length),
                        StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(start.strip());
        return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    }

    private static boolean isUtf16(int first, int second) {
        return first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE;
    }
}
