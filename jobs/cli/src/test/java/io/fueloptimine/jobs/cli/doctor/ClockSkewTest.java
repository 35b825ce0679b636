package io.fueloptimine.jobs.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.cli.doctor.CheckResult.Status;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockSkewTest {

    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, OK",
        "2000, OK",
        "2001, WARN",
        "-2001, WARN",
        "30000, WARN",
        "30001, FAULT",
        "-30001, FAULT"
    })
    void hasTwoLimits(long skewMs, Status expected) throws SQLException {
        ClockSkew here = new ClockSkew(Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(here.check("clock", () -> NOW.plusMillis(skewMs)).status()).isEqualTo(expected);
    }

    @Test
    void aSlowAnswerIsNoSkew() throws SQLException {
        Deque<Instant> times = new ArrayDeque<>(List.of(NOW, NOW.plusSeconds(8)));
        Clock here =
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return times.remove();
                    }
                };

        CheckResult result = new ClockSkew(here).check("clock", () -> NOW);

        assertThat(result.status()).isEqualTo(Status.OK);
        assertThat(result.found()).isEqualTo("the clock is 4.0 s behind that of this machine");
    }
}
