package io.fueloptimine.models.mine;

import io.fueloptimine.models.mine.input.MineName;

/**
 * Identifies a machine among all sites, because two sites may have machines of the same name.
 *
 * <p>Streams are keyed by the text form and not by this record: Flink assigns a key to a task by
 * the key's hash code. {@link String#hashCode} is specified and therefore the same in every JVM and
 * Java version; the hash code of a record is not specified. A string is also the cheapest key for
 * Flink to serialise. The same text is the key of a {@link MachineRecord} on its Kafka topic.
 *
 * <p>This class checks only the form of the key. Names are checked by {@link MineName} when they
 * are received; a name that an earlier release accepted must not stop a job.
 *
 * @param site the mine's name; not empty, without a slash
 * @param machineId the machine's name within the site; not empty, without a slash
 */
public record MachineKey(String site, String machineId) {

    private static final char SEPARATOR = '/';

    /**
     * @throws IllegalArgumentException when a part is null, empty or contains a slash
     */
    public MachineKey {
        requirePart("site", site);
        requirePart("machineId", machineId);
    }

    /**
     * Parses the text form of a key.
     *
     * @throws IllegalArgumentException when the text is not {@code site/machineId}
     */
    public static MachineKey parse(String text) {
        int slash = text.indexOf(SEPARATOR);
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "machine key is '" + text + "', expected site/machineId");
        }
        return new MachineKey(text.substring(0, slash), text.substring(slash + 1));
    }

    /**
     * The text form of a machine's key, without creating the key. The parts are not checked,
     * because the records that contain the parts check them.
     */
    public static String textOf(String site, String machineId) {
        return site + SEPARATOR + machineId;
    }

    /**
     * The text form of a machine's key, or the name of the site when there is no machine. The name
     * of a site is never equal to the key of a machine, because the key of a machine contains a
     * slash.
     *
     * @param machineId the machine; null for the whole site
     */
    public static String ofMachineOrSite(String site, String machineId) {
        return machineId == null ? site : textOf(site, machineId);
    }

    /** The text form {@code site/machineId}. */
    public String asText() {
        return textOf(site, machineId);
    }

    @Override
    public String toString() {
        return asText();
    }

    private static void requirePart(String name, String value) {
        if (value == null || value.isEmpty() || value.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException(
                    name + " is '" + value + "', expected a name without a slash");
        }
    }
}
