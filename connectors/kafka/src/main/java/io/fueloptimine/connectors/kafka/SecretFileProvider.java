package io.fueloptimine.connectors.kafka;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.ConfigProvider;

/**
 * Resolves references such as <code>${secret:/path:text}</code> in the properties of a Kafka client
 * when the client is created. The job graph therefore contains references only.
 *
 * <p>A reference can name one of three parts of a file: {@link #TEXT}, {@link #QUOTED} and {@link
 * #STORE_TYPE}. If a file cannot be read or is empty, the creation of the client fails; the
 * exception contains only the name of the file.
 */
public final class SecretFileProvider implements ConfigProvider {

    /** The name with which references start. */
    static final String NAME = "secret";

    /**
     * The part that is the file's text without white space at its ends, because editors append a
     * line feed.
     */
    static final String TEXT = "text";

    /**
     * The part that is the file's text, escaped so that it can be placed between double quotes in a
     * JAAS line.
     */
    static final String QUOTED = "quoted";

    /**
     * The part that is the type of a store: PEM if the file contains a PEM block, otherwise PKCS12,
     * with which Java also opens JKS stores.
     */
    static final String STORE_TYPE = "store-type";

    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{" + NAME + ":[^:}]+:" + TEXT + "}");

    /** Used by Kafka, which creates the provider by its class name. */
    public SecretFileProvider() {}

    /**
     * Creates a reference. Characters of the file name that belong to the syntax of references are
     * percent-encoded.
     */
    static String reference(String file, String part) {
        String name = file.replace("%", "%25").replace(":", "%3A").replace("}", "%7D");
        return "${" + NAME + ":" + name + ":" + part + "}";
    }

    static boolean isReference(String value) {
        return REFERENCE.matcher(value).matches();
    }

    /** Whether the syntax of references can express this file name. */
    static boolean canRefer(String file) {
        return file.matches("\\P{Cntrl}+");
    }

    @Override
    public ConfigData get(String path, Set<String> parts) {
        String file = path.replace("%7D", "}").replace("%3A", ":").replace("%25", "%");
        Map<String, String> values = new HashMap<>();
        parts.forEach(part -> values.put(part, value(file, part)));
        return new ConfigData(values);
    }

    @Override
    public ConfigData get(String path) {
        return get(path, Set.of(TEXT));
    }

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public void close() {}

    private static String value(String path, String part) {
        return switch (part) {
            case TEXT -> text(path);
            case QUOTED -> text(path).replace("\\", "\\\\").replace("\"", "\\\"");
            case STORE_TYPE -> isPem(path) ? "PEM" : "PKCS12";
            default -> throw new ConfigException("no part '" + part + "' of a secret file");
        };
    }

    private static String text(String path) {
        String text = read(path, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            throw new ConfigException("file " + path + " is empty, expected a secret");
        }
        return text;
    }

    private static boolean isPem(String path) {
        return read(path, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
    }

    private static String read(String path, Charset charset) {
        try {
            return Files.readString(Path.of(path), charset);
        } catch (IOException | RuntimeException e) {
            throw new ConfigException(
                    "file "
                            + path
                            + " cannot be read as text ("
                            + e.getClass().getSimpleName()
                            + ")");
        }
    }
}
