package io.fueloptimine.jobs.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SoakFleetTest {

    private static final int SENTINEL_LPH = 3_212;

    private final SoakFleet fleet = new SoakFleet(SoakFleet.TRUCKS * 125L);

    @Test
    void everyMessageDecodesToTheReadingOfItsNumberUnlessItIsBad() {
        MessageDecoder decoder = new MessageDecoder();
        for (long number = 0; number < fleet.withClosing(); number++) {
            OutgoingMessage message = fleet.message(number);
            Optional<Reading> reading = decoded(decoder, message);
            if (fleet.isBad(number)) {
                assertThat(reading.filter(r -> r.telemetry().fuelRateLph() < SENTINEL_LPH))
                        .isEmpty();
            } else {
                Reading valid = reading.orElseThrow();
                assertThat(fleet.numberOf(valid.machineId(), valid.sequence())).isEqualTo(number);
                assertThat(valid.telemetry().fuelRateLph()).isLessThan(SENTINEL_LPH);
            }
        }
    }

    @Test
    void oneReadingInAHundredIsBadAndWindowsHoldTheOthers() {
        long bad = 0;
        for (long number = 0; number < fleet.readings(); number++) {
            bad += fleet.isBad(number) ? 1 : 0;
        }
        long inWindows = 0;
        for (int truck = 0; truck < SoakFleet.TRUCKS; truck++) {
            for (int window = 0; window < fleet.windows(); window++) {
                inWindows += fleet.expectedIn(truck, window);
            }
        }

        assertThat(fleet.readings()).isEqualTo(SoakFleet.TRUCKS * 130L);
        assertThat(bad * 100.0 / fleet.readings()).isBetween(0.5, 1.5);
        assertThat(inWindows).isEqualTo(fleet.readings() - bad);
    }

    @Test
    void theClosingReadingIsAfterEveryWindowAndNotTreatedAsClockSkew() {
        Reading last = decoded(new MessageDecoder(), fleet.message(fleet.readings() - 1)).get();
        Reading closing =
                decoded(new MessageDecoder(), fleet.message(fleet.withClosing() - 1)).get();

        assertThat(fleet.windowOf(last.time())).isEqualTo(fleet.windows() - 1);
        assertThat(fleet.windowOf(closing.time().minusSeconds(10)))
                .isGreaterThanOrEqualTo(fleet.windows());
        assertThat(closing.time()).isBefore(last.time().plusSeconds(120));
    }

    @Test
    void hasNoNumberForOtherMachinesAndSequences() {
        assertThat(fleet.numberOf("H-001", 3)).isEqualTo(-1);
        assertThat(fleet.numberOf("S-000", -1)).isEqualTo(-1);
        assertThat(fleet.numberOf("S-000", 131)).isEqualTo(-1);
        assertThat(fleet.numberOf("S-199", 130)).isEqualTo(fleet.withClosing() - 1);
    }

    private static Optional<Reading> decoded(MessageDecoder decoder, OutgoingMessage message) {
        DecodeResult result =
                decoder.decode(
                        new RawMessage(message.topic(), message.payload(), Instant.EPOCH, false));
        return result instanceof DecodeResult.Readable readable
                ? Optional.of(readable.reading())
                : Optional.empty();
    }
}
