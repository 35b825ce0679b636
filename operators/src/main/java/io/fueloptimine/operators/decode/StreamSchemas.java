package io.fueloptimine.operators.decode;

import io.fueloptimine.models.mine.Note;
import io.fueloptimine.models.mine.StateChange;
import io.fueloptimine.models.mine.Telemetry;

/**
 * The schema of each stream's messages, with the other units that are accepted where a message
 * names them. Factors are exact by definition (international yard and pound agreement of 1959, US
 * gallon of 231 cubic inches).
 */
final class StreamSchemas {

    private static final double LITRES_PER_US_GALLON = 3.785411784;
    private static final double KM_PER_MILE = 1.609344;
    private static final double TONNES_PER_KG = 0.001;
    private static final double METRES_PER_FOOT = 0.3048;
    private static final double MM_PER_INCH = 25.4;
    private static final double CELSIUS_PER_FAHRENHEIT = 5.0 / 9.0;
    private static final double CELSIUS_AT_ZERO_FAHRENHEIT = -32.0 * CELSIUS_PER_FAHRENHEIT;

    static final RecordSchema<Telemetry> TELEMETRY =
            RecordSchema.of(Telemetry.class)
                    .alsoIn("fuelRateGph", "fuelRateLph", LITRES_PER_US_GALLON, 0)
                    .alsoIn("totalFuelUsedGal", "totalFuelUsedL", LITRES_PER_US_GALLON, 0)
                    .alsoIn("speedMph", "speedKph", KM_PER_MILE, 0)
                    .alsoIn("payloadKg", "payloadT", TONNES_PER_KG, 0)
                    .alsoIn("elevationFt", "elevationM", METRES_PER_FOOT, 0)
                    .alsoIn("vibrationRmsInS", "vibrationRmsMmS", MM_PER_INCH, 0)
                    .alsoIn(
                            "coolantTempF",
                            "coolantTempC",
                            CELSIUS_PER_FAHRENHEIT,
                            CELSIUS_AT_ZERO_FAHRENHEIT)
                    .alsoIn(
                            "ambientTempF",
                            "ambientTempC",
                            CELSIUS_PER_FAHRENHEIT,
                            CELSIUS_AT_ZERO_FAHRENHEIT);

    static final RecordSchema<StateChange> STATE =
            RecordSchema.of(StateChange.class).alsoIn("payloadKg", "payloadT", TONNES_PER_KG, 0);

    static final RecordSchema<WireRefuel> REFUEL =
            RecordSchema.of(WireRefuel.class)
                    .alsoIn("dispensedGal", "dispensedL", LITRES_PER_US_GALLON, 0);

    static final RecordSchema<Note> NOTE = RecordSchema.of(Note.class);

    static final RecordSchema<WireReply> REPLY = RecordSchema.of(WireReply.class);

    static final RecordSchema<WireCycle> CYCLE =
            RecordSchema.of(WireCycle.class)
                    .alsoIn("payloadKg", "payloadT", TONNES_PER_KG, 0)
                    .alsoIn("scaleKg", "scaleT", TONNES_PER_KG, 0)
                    .alsoIn("fuelGal", "fuelL", LITRES_PER_US_GALLON, 0);

    private StreamSchemas() {}
}
