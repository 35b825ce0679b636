package io.fueloptimine.jobs.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoakSummaryTest {

    private static final Locale LOCALE = Locale.getDefault();

    private final StoreAccount kafka = new StoreAccount("Kafka readings.valid", 100);
    private final AtomicLong sinceFaultMs = new AtomicLong();
    private final StoreAccount lake = new StoreAccount("lake readings", 100);

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
    }

    @Test
    void isCleanWithRepeatsInKafkaAndNoneInTheLake() {
        kafka.doubled(7, "S-001 number 4");

        SoakSummary summary = summary(List.of(injected(1, Fault.BROKER)));

        assertThat(summary.isClean()).isTrue();
        assertThat(summary.render())
                .contains("#1   broker killed", "broker killed         1", "lake readings")
                .doesNotContain("JobManager", "S-001");
    }

    @Test
    void namesTheBrokerAndHowItsFaultsWereInjected() {
        assertThat(summary(SoakBroker.MOSQUITTO, List.of(injected(1, Fault.BROKER))).render())
                .contains("Broker: Mosquitto", "#1   broker stopped")
                .doesNotContain("broker killed");
    }

    @Test
    void isNotCleanAndNamesTheReadingWhenTheLakeHoldsOneTwice() {
        lake.doubled(1, "S-001 number 4");

        SoakSummary summary = summary(List.of());

        assertThat(summary.isClean()).isFalse();
        assertThat(summary.render()).contains("doubled: S-001 number 4");
    }

    @Test
    void isNotCleanWhenKafkaLacksAReading() {
        kafka.lost(1, "S-001 number 5");

        assertThat(summary(List.of()).isClean()).isFalse();
    }

    @Test
    void recoveryTimeIsEmptyUntilAReadingSentAfterTheFaultArrives() {
        InjectedFault injected = injected(2, Fault.NETWORK);
        assertThat(injected.caughtUpMs()).isEmpty();

        injected.arrived(999);
        assertThat(injected.caughtUpMs()).isEmpty();
        injected.arrived(1_000);
        assertThat(injected.caughtUpMs()).isPresent();
    }

    @Test
    void readingsInFlightAtTheFaultAreNoRecovery() {
        InjectedFault injected = injected(3, Fault.TASK_MANAGER);

        sinceFaultMs.set(1_999);
        injected.arrived(999);
        injected.committed(501);
        assertThat(injected.flowMs()).isEmpty();
        assertThat(injected.analyticsMs()).isEmpty();

        sinceFaultMs.set(2_000);
        injected.arrived(999);
        injected.committed(501);
        assertThat(injected.flowMs()).hasValue(2_000);
        assertThat(injected.analyticsMs()).isEmpty();

        sinceFaultMs.set(2_100);
        injected.committed(502);
        assertThat(injected.analyticsMs()).hasValue(2_100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG", "th-TH-u-ca-buddhist-nu-thai"})
    void isTheSameUnderEveryLocale(String locale) {
        Locale.setDefault(Locale.ROOT);
        lake.lost(1_234, "S-001 number 4");
        String expected = summary(List.of(injected(1, Fault.BROKER))).render();

        Locale.setDefault(Locale.forLanguageTag(locale));

        assertThat(expected).contains("1,234");
        assertThat(summary(List.of(injected(1, Fault.BROKER))).render()).isEqualTo(expected);
    }

    private SoakSummary summary(List<InjectedFault> faults) {
        return summary(SoakBroker.BUILT_IN, faults);
    }

    private SoakSummary summary(SoakBroker broker, List<InjectedFault> faults) {
        return new SoakSummary(
                broker,
                200,
                3,
                Duration.ofSeconds(60),
                7,
                2,
                1,
                faults,
                new GrowthTable(List.of(), List.of()),
                List.of(kafka, lake));
    }

    private InjectedFault injected(int number, Fault fault) {
        return new InjectedFault(
                number,
                fault,
                Duration.ofSeconds(20),
                1_000,
                500,
                () -> sinceFaultMs.get() * 1_000_000);
    }
}
