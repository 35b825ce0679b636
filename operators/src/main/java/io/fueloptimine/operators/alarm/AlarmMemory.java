package io.fueloptimine.operators.alarm;

import java.time.Duration;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;

/**
 * How long raised alarms are remembered: until 90 days have passed without data of the machine, in
 * processing time. Without an end, machines that do not exist any more, and names that a sender
 * made up, would have state for ever.
 */
final class AlarmMemory {

    private static final Duration RETENTION = Duration.ofDays(90);

    private AlarmMemory() {}

    /** Makes a state expire; every access to it begins the time anew. */
    static <D extends StateDescriptor<?, ?>> D expiring(D descriptor) {
        descriptor.enableTimeToLive(
                StateTtlConfig.newBuilder(RETENTION)
                        .setUpdateType(StateTtlConfig.UpdateType.OnReadAndWrite)
                        .build());
        return descriptor;
    }
}
