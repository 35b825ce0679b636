package io.fueloptimine.operators.validate;

import io.fueloptimine.models.message.DecodedMessage;
import io.fueloptimine.models.quality.clock.SiteClocks;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/**
 * Tells of each reading how far its machine's clock is ahead of its site's. It stands before the
 * readings are keyed, where every subtask hears many machines.
 *
 * <p>The clocks are kept in memory only: after a restart nobody is ahead until three machines of
 * the site have spoken.
 */
public final class CompareClocks extends RichMapFunction<DecodedMessage, DecodedMessage> {

    private static final long serialVersionUID = 1L;

    private transient SiteClocks clocks;

    @Override
    public void open(OpenContext context) {
        clocks = new SiteClocks();
    }

    @Override
    public DecodedMessage map(DecodedMessage decoded) {
        return decoded.withClockAheadS(clocks.aheadSeconds(decoded.reading()));
    }
}
