package io.fueloptimine.connectors.sparkplug;

/** The MQTT topics of a site's Sparkplug edge nodes. */
public final class SparkplugTopics {

    /** The first level of every Sparkplug B topic. */
    static final String NAMESPACE = "spBv1.0";

    /** The number of topic levels by which messages of host applications are recognised. */
    private static final int HOST_LEVELS = 3;

    private SparkplugTopics() {}

    /**
     * The topic filter for all messages of a site, or of every site if the site is {@code +}. It is
     * a single filter, because a broker keeps the order of messages only within one subscription.
     * The filter also matches commands, which must be {@linkplain #isOfHosts skipped}.
     */
    public static String filter(String site) {
        return NAMESPACE + "/" + site + "/#";
    }

    /**
     * Whether a topic is one on which host applications send, either commands to edge nodes or
     * their own state.
     */
    public static boolean isOfHosts(String topic) {
        String[] levels = topic == null ? new String[0] : topic.split("/", HOST_LEVELS + 1);
        return levels.length >= HOST_LEVELS
                && levels[0].equals(NAMESPACE)
                && (levels[1].equals("STATE")
                        || levels[2].equals("NCMD")
                        || levels[2].equals("DCMD"));
    }

    /** The topic of commands to an edge node. */
    public static String commands(String group, String node) {
        return NAMESPACE + "/" + group + "/NCMD/" + node;
    }
}
