package io.fueloptimine.connectors.sparkplug;

import java.util.Arrays;
import java.util.List;

/** The names on the broker of a site's Sparkplug edge nodes. */
public final class SparkplugTopics {

    /** The first level of every Sparkplug B topic. */
    static final String NAMESPACE = "spBv1.0";

    private SparkplugTopics() {}

    /**
     * The filters that match what a site's edge nodes tell, without commands and host states: of
     * those this side is the sender. {@code +} reads every site.
     */
    public static List<String> filters(String site) {
        return Arrays.stream(MessageType.values())
                .map(type -> NAMESPACE + "/" + site + "/" + type + "/#")
                .toList();
    }

    /** Where an edge node takes commands. */
    public static String commands(String group, String node) {
        return NAMESPACE + "/" + group + "/NCMD/" + node;
    }
}
