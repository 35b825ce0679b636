package io.fueloptimine.jobs.broker.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The permissions in a file in the format of Mosquitto's {@code acl_file}: sections {@code user
 * NAME} with lines {@code topic [read|write|readwrite] FILTER}, and lines {@code pattern
 * [read|write|readwrite] FILTER} for all users, in which {@code %u} is the name of the user. What
 * no line permits is forbidden. Immutable.
 */
public final class TopicRights {

    private static final String USER_NAME = "%u";

    /** What a user can do with the topics of a filter. */
    public enum Activity {
        READ,
        WRITE,
        READWRITE
    }

    /** One permission. */
    public record Right(Activity activity, String filter) {}

    /**
     * @param user the user to whom the line applies; empty for every user
     */
    private record Line(String user, Right right) {}

    private final List<Line> lines;

    private TopicRights(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * Reads a file.
     *
     * @throws IOException if the file cannot be read, or contains lines that are none of the above;
     *     the message names all of them
     */
    public static TopicRights read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        String user = "";
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String[] words = line.strip().split("\\s+");
            boolean hasRight = words.length == 2 || (words.length == 3 && isActivity(words[1]));
            if (words[0].isEmpty() || words[0].startsWith("#")) {
                continue;
            }
            if (words[0].equals("user") && words.length == 2) {
                user = words[1];
            } else if (words[0].equals("topic") && hasRight && !user.isEmpty()) {
                lines.add(new Line(user, right(words)));
            } else if (words[0].equals("pattern") && hasRight && !line.contains("%c")) {
                lines.add(new Line("", right(words)));
            } else {
                faults.add("line " + number + " of " + file + " is: " + line.strip());
            }
        }
        if (!faults.isEmpty()) {
            throw new IOException(
                    String.join("; ", faults)
                            + "; expected user NAME, then topic [read|write|readwrite] FILTER, or"
                            + " pattern [read|write|readwrite] FILTER without %c");
        }
        return new TopicRights(lines);
    }

    /** The permissions of a user; none for a user whom the file does not name. */
    public List<Right> of(String user) {
        return lines.stream()
                .filter(line -> line.user().isEmpty() || line.user().equals(user))
                .map(
                        line ->
                                line.user().isEmpty()
                                        ? new Right(
                                                line.right().activity(),
                                                line.right().filter().replace(USER_NAME, user))
                                        : line.right())
                .toList();
    }

    private static boolean isActivity(String word) {
        return List.of("read", "write", "readwrite").contains(word);
    }

    private static Right right(String... words) {
        return words.length == 2
                ? new Right(Activity.READWRITE, words[1])
                : new Right(Activity.valueOf(words[1].toUpperCase(Locale.ROOT)), words[2]);
    }
}
