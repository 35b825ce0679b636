package io.fueloptimine.operators.validate;

import io.fueloptimine.models.message.DecodedMessage;
import io.fueloptimine.models.quality.clock.ClockRules;
import io.fueloptimine.models.quality.clock.SiteClocks;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/**
 * Adds to each message how far the machine's clock is ahead of its site's clock. The operator comes
 * before the stream is keyed by machine, because each subtask must receive readings of many
 * machines.
 *
 * <p>Site clocks are not part of checkpoints. After a restart, no machine clock counts as ahead
 * until three known machines of the site have sent readings.
 */
public final class CompareClocks extends RichMapFunction<DecodedMessage, DecodedMessage> {

    private static final long serialVersionUID = 1L;

    private final ClockRules rules;
    private transient SiteClocks clocks;

    /**
     * @param rules which readings advance the clocks of the sites
     */
    public CompareClocks(ClockRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        clocks = new SiteClocks(rules);
    }

    @Override
    public DecodedMessage map(DecodedMessage message) {
        return message.withClockAheadS(clocks.aheadSeconds(message.reading()));
    }
}
