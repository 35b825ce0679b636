package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.reading.Note;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.Telemetry;

/**
 * The schema of each stream's messages, including the fields in other units: {@code Gal} and {@code
 * Gph} are US gallons, {@code ImpGal} and {@code ImpGph} imperial gallons. The JSON Schema files in
 * {@code /schemas/v1} describe the same fields.
 */
final class StreamSchemas {

    static final RecordSchema<Telemetry> TELEMETRY =
            RecordSchema.of(Telemetry.class)
                    .alsoIn("fuelRateGph", "fuelRateLph", Unit.US_GALLON)
                    .alsoIn("fuelRateImpGph", "fuelRateLph", Unit.IMPERIAL_GALLON)
                    .alsoIn("totalFuelUsedGal", "totalFuelUsedL", Unit.US_GALLON)
                    .alsoIn("totalFuelUsedImpGal", "totalFuelUsedL", Unit.IMPERIAL_GALLON)
                    .alsoIn("speedMph", "speedKph", Unit.MILE_PER_HOUR)
                    .alsoIn("payloadKg", "payloadT", Unit.KILOGRAM)
                    .alsoIn("payloadShortT", "payloadT", Unit.SHORT_TON)
                    .alsoIn("elevationFt", "elevationM", Unit.FOOT)
                    .alsoIn("coolantTempF", "coolantTempC", Unit.FAHRENHEIT)
                    .alsoIn("ambientTempF", "ambientTempC", Unit.FAHRENHEIT)
                    .alsoIn("oilPressurePsi", "oilPressureKpa", Unit.PSI)
                    .alsoIn("oilPressureBar", "oilPressureKpa", Unit.BAR)
                    .alsoIn("barometricPressurePsi", "barometricPressureKpa", Unit.PSI)
                    .alsoIn("barometricPressureHpa", "barometricPressureKpa", Unit.HECTOPASCAL)
                    .alsoIn("vibrationRmsInS", "vibrationRmsMmS", Unit.INCH_PER_SECOND)
                    .alsoIn("vibrationAccelG", "vibrationAccelMS2", Unit.STANDARD_GRAVITY);

    static final RecordSchema<StateChange> STATE =
            RecordSchema.of(StateChange.class)
                    .alsoIn("payloadKg", "payloadT", Unit.KILOGRAM)
                    .alsoIn("payloadShortT", "payloadT", Unit.SHORT_TON);

    static final RecordSchema<RefuelMessage> REFUEL =
            RecordSchema.of(RefuelMessage.class)
                    .alsoIn("dispensedGal", "dispensedL", Unit.US_GALLON)
                    .alsoIn("dispensedImpGal", "dispensedL", Unit.IMPERIAL_GALLON);

    static final RecordSchema<Note> NOTE = RecordSchema.of(Note.class);

    static final RecordSchema<ReplyMessage> REPLY = RecordSchema.of(ReplyMessage.class);

    static final RecordSchema<CycleMessage> CYCLE =
            RecordSchema.of(CycleMessage.class)
                    .alsoIn("payloadKg", "payloadT", Unit.KILOGRAM)
                    .alsoIn("payloadShortT", "payloadT", Unit.SHORT_TON)
                    .alsoIn("loadingScaleKg", "loadingScaleT", Unit.KILOGRAM)
                    .alsoIn("scaleKg", "scaleT", Unit.KILOGRAM)
                    .alsoIn("emptyDistanceFt", "emptyDistanceM", Unit.FOOT)
                    .alsoIn("fullDistanceFt", "fullDistanceM", Unit.FOOT)
                    .alsoIn("liftFt", "liftM", Unit.FOOT)
                    .alsoIn("fuelGal", "fuelL", Unit.US_GALLON)
                    .alsoIn("fuelImpGal", "fuelL", Unit.IMPERIAL_GALLON);

    private StreamSchemas() {}

    /** The schema of a stream. */
    static RecordSchema<?> of(ReadingStream stream) {
        return switch (stream) {
            case TELEMETRY -> TELEMETRY;
            case STATE -> STATE;
            case REFUEL -> REFUEL;
            case NOTE -> NOTE;
            case REPLY -> REPLY;
            case CYCLE -> CYCLE;
        };
    }
}
