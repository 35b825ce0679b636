package io.fueloptimine.models.quality.hour;

import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;

/** Who sent a message, as the key {@code site/machine}: a site's name holds no slash. */
public final class MessageOrigin {

    /** Stands for a machine or site that a message does not name. */
    public static final String UNKNOWN = "unknown";

    private static final String SPARKPLUG = "spBv1.0/";

    private MessageOrigin() {}

    public static String of(Reading reading) {
        return reading.site() + "/" + reading.machineId();
    }

    public static String of(QualityRecord record) {
        String machineId = record.machineId() == null ? UNKNOWN : record.machineId();
        return siteOf(record.topic()) + "/" + machineId;
    }

    private static String siteOf(String topic) {
        if (topic == null) {
            return UNKNOWN;
        }
        int from = topic.startsWith(SPARKPLUG) ? SPARKPLUG.length() : 0;
        int end = topic.indexOf('/', from);
        return end <= from ? UNKNOWN : topic.substring(from, end);
    }
}
