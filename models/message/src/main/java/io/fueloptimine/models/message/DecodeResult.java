package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;

/** The result of decoding one message: a reading, or the record of its rejection. */
public sealed interface DecodeResult {

    /** The message was decoded. */
    record Readable(Reading reading) implements DecodeResult {}

    /** The message was rejected. */
    record Unreadable(QualityRecord rejection) implements DecodeResult {}
}
