package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;

/** What decoding came to: a reading, or the record of why there is none. */
public sealed interface DecodeResult {

    /** The message could be read. */
    record Readable(Reading reading) implements DecodeResult {}

    /** The message could not be read. */
    record Unreadable(QualityRecord rejection) implements DecodeResult {}
}
