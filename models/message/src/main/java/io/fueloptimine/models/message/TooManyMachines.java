package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.RawMessage;
import java.util.Locale;

/** Creates the quality record of a message whose sender is one machine too many. */
public final class TooManyMachines {

    /** The rule of these records. */
    public static final String RULE = "too-many-machines";

    private TooManyMachines() {}

    /**
     * Creates the record. It names no machine, because records are counted by machine and the name
     * would be one more; the topic and the observed value contain the name.
     *
     * @param name the machine that is one too many
     * @param limit the number of machines without an entry in the mine file that may send
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
