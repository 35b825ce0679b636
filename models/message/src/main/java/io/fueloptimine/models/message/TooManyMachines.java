package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.util.Locale;

/**
 * Creates the quality record of a message that is rejected because its site has too many machines.
 */
public final class TooManyMachines {

    /** The rule name in these records. */
    public static final String RULE = "too-many-machines";

    private TooManyMachines() {}

    /**
     * Creates the record. The record's machine is null, because records are counted by machine and
     * each further name would need state; the topic and the observed value contain the name.
     *
     * @param name the machine that exceeds the limit
     * @param limit the maximum number of machines that may send messages without an entry in the
     *     mine file
     */
    public static QualityRecord rejection(RawMessage message, String name, int limit) {
        String expected =
                String.format(
                        Locale.ROOT,
                        "a machine of the mine file, or one of at most %d others",
                        limit);
        return DecodeRejection.of(
                RULE, message, null, new InvalidFieldException("topic", name, expected));
    }
}
