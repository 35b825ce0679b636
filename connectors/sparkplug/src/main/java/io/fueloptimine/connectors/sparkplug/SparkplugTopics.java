package io.fueloptimine.connectors.sparkplug;

/** The names on the broker of a site's Sparkplug edge nodes. */
public final class SparkplugTopics {

    /** The first level of every Sparkplug B topic. */
    static final String NAMESPACE = "spBv1.0";

    /** As many as tell who speaks. */
    private static final int HOST_LEVELS = 3;

    private SparkplugTopics() {}

    /**
     * The filter that matches what a site's edge nodes tell; {@code +} for every site. It is one,
     * because a broker keeps order within a subscription only: births, data and deaths read by
     * filters of their own would overtake each other. So commands come along, and are {@linkplain
     * #isOfHosts passed over}.
     */
    public static String filter(String site) {
        return NAMESPACE + "/" + site + "/#";
    }

    /** Whether host applications speak on a topic: commands to nodes, or their own state. */
    public static boolean isOfHosts(String topic) {
        String[] levels = topic == null ? new String[0] : topic.split("/", HOST_LEVELS + 1);
        return levels.length >= HOST_LEVELS
                && levels[0].equals(NAMESPACE)
                && (levels[1].equals("STATE")
                        || levels[2].equals("NCMD")
                        || levels[2].equals("DCMD"));
    }

    /** Where an edge node takes commands. */
    public static String commands(String group, String node) {
        return NAMESPACE + "/" + group + "/NCMD/" + node;
    }
}
