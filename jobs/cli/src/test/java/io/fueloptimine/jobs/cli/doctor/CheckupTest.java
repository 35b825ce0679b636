package io.fueloptimine.jobs.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.cli.doctor.CheckResult.Status;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CheckupTest {

    private static final Checkup CHECKUP = new Checkup(Duration.ofSeconds(30));

    @Test
    void aCheckWhoseNeedFailedSaysSoAndTheOthersRun() {
        List<CheckResult> results =
                CHECKUP.run(
                        List.of(
                                check("a", null, () -> CheckResult.fault("a", "x", "y", "Mend.")),
                                check("b", "a", () -> CheckResult.ok("b", "x", "y")),
                                check("c", "b", () -> CheckResult.ok("c", "x", "y")),
                                check("d", null, () -> CheckResult.ok("d", "x", "y"))));

        assertThat(results)
                .extracting(CheckResult::status)
                .containsExactly(Status.FAULT, Status.WARN, Status.WARN, Status.OK);
        assertThat(results.get(1).found()).isEqualTo("not checked, because the check of a failed");
        assertThat(results.get(2).found()).isEqualTo("not checked, because the check of b failed");
    }

    @Test
    void aWarningDoesNotPreventOtherChecks() {
        List<CheckResult> results =
                CHECKUP.run(
                        List.of(
                                check("a", null, () -> CheckResult.warning("a", "x", "y", "Mend.")),
                                check("b", "a", () -> CheckResult.ok("b", "x", "y"))));

        assertThat(results.get(1).status()).isEqualTo(Status.OK);
    }

    @Test
    void anExceptionIsAFaultOnOneLineWithoutTextOfLibraries() {
        List<CheckResult> results =
                CHECKUP.run(
                        List.of(
                                check(
                                        "a",
                                        null,
                                        () -> {
                                            throw new InvalidInputException("one\ntwo");
                                        }),
                                check(
                                        "b",
                                        null,
                                        () -> CheckResult.ok("b", List.of("x").get(1), ""))));

        assertThat(results)
                .extracting(CheckResult::found)
                .containsExactly("one two", "the check ended with IndexOutOfBoundsException");
        assertThat(results).extracting(CheckResult::status).containsOnly(Status.FAULT);
    }

    @Test
    void aCheckThatDoesNotEndIsAbandoned() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        SiteCheck endless =
                check(
                        "endless",
                        null,
                        () -> {
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                interrupted.countDown();
                            }
                            return CheckResult.ok("endless", "x", "y");
                        });

        List<CheckResult> results = new Checkup(Duration.ofMillis(50)).run(List.of(endless));

        assertThat(results.get(0).status()).isEqualTo(Status.FAULT);
        assertThat(results.get(0).found()).startsWith("no answer within");
        assertThat(interrupted).satisfies(CountDownLatch::await);
    }

    private static SiteCheck check(String subject, String need, Supplier<CheckResult> run) {
        return new SiteCheck() {
            @Override
            public String subject() {
                return subject;
            }

            @Override
            public Optional<String> needs() {
                return Optional.ofNullable(need);
            }

            @Override
            public CheckResult run() {
                return run.get();
            }
        };
    }
}
