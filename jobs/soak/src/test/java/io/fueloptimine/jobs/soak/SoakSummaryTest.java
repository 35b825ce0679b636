package io.fueloptimine.jobs.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SoakSummaryTest {

    private final StoreAccount kafka = new StoreAccount("Kafka readings.valid", 100);
    private final AtomicLong sinceFaultMs = new AtomicLong();
    private final StoreAccount lake = new StoreAccount("lake readings", 100);

    @Test
    void isCleanWithRepeatsInKafkaAndNoneInTheLake() {
        kafka.doubled(7, "S-001 number 4");

        SoakSummary report = report(List.of(injury(1, Fault.BROKER)));

        assertThat(report.isClean()).isTrue();
        assertThat(report.render())
                .contains("#1   broker killed", "broker killed         1", "lake readings")
                .doesNotContain("JobManager", "S-001");
    }

    @Test
    void namesTheBrokerAndHowItsFaultsWereInjected() {
        assertThat(report(SoakBroker.MOSQUITTO, List.of(injury(1, Fault.BROKER))).render())
                .contains("Broker: Mosquitto", "#1   broker stopped")
                .doesNotContain("broker killed");
    }

    @Test
    void isNotCleanWhenTheLakeHoldsOneTwiceAndSaysWhich() {
        lake.doubled(1, "S-001 number 4");

        SoakSummary report = report(List.of());

        assertThat(report.isClean()).isFalse();
        assertThat(report.render()).contains("doubled: S-001 number 4");
    }

    @Test
    void isNotCleanWhenKafkaLacksOne() {
        kafka.lost(1, "S-001 number 5");

        assertThat(report(List.of()).isClean()).isFalse();
    }

    @Test
    void tellsARecoveryOnlyOnceItHasCome() {
        InjectedFault injury = injury(2, Fault.NETWORK);
        assertThat(injury.caughtUpMs()).isEmpty();

        injury.arrived(999);
        assertThat(injury.caughtUpMs()).isEmpty();
        injury.arrived(1_000);
        assertThat(injury.caughtUpMs()).isPresent();
    }

    @Test
    void whatWasOnItsWayAtTheFaultIsNoRecovery() {
        InjectedFault injury = injury(3, Fault.TASK_MANAGER);

        sinceFaultMs.set(1_999);
        injury.arrived(999);
        injury.committed(501);
        assertThat(injury.flowMs()).isEmpty();
        assertThat(injury.analyticsMs()).isEmpty();

        sinceFaultMs.set(2_000);
        injury.arrived(999);
        injury.committed(501);
        assertThat(injury.flowMs()).hasValue(2_000);
        assertThat(injury.analyticsMs()).isEmpty();

        sinceFaultMs.set(2_100);
        injury.committed(502);
        assertThat(injury.analyticsMs()).hasValue(2_100);
    }

    private SoakSummary report(List<InjectedFault> injuries) {
        return report(SoakBroker.BUILT_IN, injuries);
    }

    private SoakSummary report(SoakBroker broker, List<InjectedFault> injuries) {
        return new SoakSummary(
                broker, 200, 3, Duration.ofSeconds(60), 7, 2, 1, injuries, List.of(kafka, lake));
    }

    private InjectedFault injury(int number, Fault fault) {
        return new InjectedFault(
                number,
                fault,
                Duration.ofSeconds(20),
                1_000,
                500,
                () -> sinceFaultMs.get() * 1_000_000);
    }
}
