package io.fueloptimine.jobs.gateway;

import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.input.PrintableText;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a token file: one token per line, followed by what its holder may publish, such as {@code
 * site=pit kinds=haultruck machines=HT*,Cami%C3%B3n%207 streams=telemetry,state}. Names are
 * percent-encoded as in the path of a request. Lines that begin with {@code "# "} are comments.
 */
final class TokenFile {

    /** The greatest number of tokens, because each request is compared with all of them. */
    static final int MAX_TOKENS = 10_000;

    private static final String TOKEN = "[\\x21-\\x7E]{16,512}";
    private static final String COMMENT = "# ";
    private static final String SITE = "site";
    private static final String KINDS = "kinds";
    private static final String MACHINES = "machines";
    private static final String STREAMS = "streams";
    private static final Set<String> FIELDS = Set.of(SITE, KINDS, MACHINES, STREAMS);

    private final Path file;
    private final List<String> sites;
    private int line;

    private TokenFile(Path file, List<String> sites) {
        this.file = file;
        this.sites = sites;
    }

    /**
     * One token.
     *
     * @param digest the SHA-256 of the token
     * @param scope what its holder may publish
     */
    record Token(byte[] digest, TokenScope scope) {}

    /**
     * Reads the tokens of a file.
     *
     * @param sites the sites of the gateway
     * @throws IOException naming the file, the line and what was expected; never contains a token
     */
    static List<Token> read(Path file, List<String> sites) throws IOException {
        return new TokenFile(file, sites).read();
    }

    static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private List<Token> read() throws IOException {
        List<Token> tokens = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String text : lines()) {
            line++;
            if (text.isBlank() || text.startsWith(COMMENT)) {
                continue;
            }
            String[] words = text.strip().split("[ \t]+");
            if (!words[0].matches(TOKEN)) {
                throw fault("is no token", "a token of 16 to 512 visible ASCII characters");
            }
            if (!seen.add(words[0])) {
                throw fault("repeats a token", "each token once");
            }
            tokens.add(new Token(digest(words[0]), scope(words)));
        }
        if (tokens.isEmpty() || tokens.size() > MAX_TOKENS) {
            throw new IOException(
                    "'"
                            + file
                            + "' contains "
                            + (tokens.isEmpty() ? "no token" : tokens.size() + " tokens")
                            + ", expected 1 to "
                            + MAX_TOKENS
                            + " tokens of 16 to 512 visible ASCII characters, one per line");
        }
        return List.copyOf(tokens);
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IOException("'" + file + "' cannot be read, expected a text file of tokens");
        }
    }

    private TokenScope scope(String[] words) throws IOException {
        if (words.length == 1) {
            return TokenScope.UNBOUND;
        }
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String word : Arrays.asList(words).subList(1, words.length)) {
            int equals = word.indexOf('=');
            String field = equals < 0 ? "" : word.substring(0, equals);
            if (!FIELDS.contains(field)) {
                // Not shown, because it could be a part of a token.
                throw fault(
                        "has a word after the token that is no field",
                        "site=, kinds=, machines= or streams=");
            }
            List<String> values = Arrays.asList(word.substring(equals + 1).split(",", -1));
            if (given.put(field, values) != null) {
                throw fault("has " + field + " twice", "each field once");
            }
        }
        return new TokenScope(
                Optional.of(site(given)),
                given.containsKey(KINDS)
                        ? enums(KINDS, given, EquipmentKind::fromTopicName, EquipmentKind.class)
                        : EnumSet.allOf(EquipmentKind.class),
                machines(given),
                given.containsKey(STREAMS)
                        ? enums(STREAMS, given, ReadingStream::fromTopicName, ReadingStream.class)
                        : EnumSet.allOf(ReadingStream.class));
    }

    private String site(Map<String, List<String>> given) throws IOException {
        List<String> values = given.getOrDefault(SITE, List.of());
        String site = values.size() == 1 ? decoded(SITE, values.get(0)) : "";
        if (!sites.contains(site)) {
            throw fault(
                    "has no site, or one that the gateway does not serve",
                    "site=, one of --site " + PrintableText.of(String.join(", ", sites)));
        }
        return site;
    }

    private List<String> machines(Map<String, List<String>> given) throws IOException {
        List<String> machines = new ArrayList<>();
        for (String value : given.getOrDefault(MACHINES, List.of())) {
            boolean prefix = value.endsWith(String.valueOf(TokenScope.ANY));
            String name =
                    decoded(MACHINES, prefix ? value.substring(0, value.length() - 1) : value);
            if (name.indexOf(TokenScope.ANY) >= 0 || !MineName.isValid(name)) {
                throw fault(
                        MACHINES + " has '" + PrintableText.of(value) + "'",
                        "names of machines, or the beginning of a name and *, separated by"
                                + " commas");
            }
            machines.add(prefix ? name + TokenScope.ANY : name);
        }
        return List.copyOf(machines);
    }

    private <E extends Enum<E>> Set<E> enums(
            String field,
            Map<String, List<String>> given,
            Function<String, Optional<E>> parser,
            Class<E> type)
            throws IOException {
        Set<E> values = EnumSet.noneOf(type);
        for (String value : given.get(field)) {
            Optional<E> known = parser.apply(value);
            if (known.isEmpty()) {
                throw fault(
                        field + " has '" + PrintableText.of(value) + "'",
                        "names as in topics, separated by commas, such as "
                                + (type == EquipmentKind.class
                                        ? "haultruck,shovel"
                                        : "telemetry,state"));
            }
            values.add(known.get());
        }
        return values;
    }

    private String decoded(String field, String text) throws IOException {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw fault(field + " has '" + PrintableText.of(text) + "'", "percent-encoded UTF-8");
        }
    }

    private IOException fault(String found, String expected) {
        return new IOException(
                "'" + file + "' line " + line + " " + found + ", expected " + expected);
    }
}
