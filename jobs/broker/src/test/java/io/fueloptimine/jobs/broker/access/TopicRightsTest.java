package io.fueloptimine.jobs.broker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.jobs.broker.access.TopicRights.Activity;
import io.fueloptimine.jobs.broker.access.TopicRights.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicRightsTest {

    @TempDir Path folder;

    @Test
    void readsTheShippedFileOfMosquitto() throws IOException {
        TopicRights rights = TopicRights.read(Path.of("../../deploy/brokers/mosquitto.acl"));

        assertThat(rights.of("cabs"))
                .contains(new Right(Activity.WRITE, "mine/v1/dispatch/#"))
                .doesNotContain(new Right(Activity.READ, "mine/v1/haultruck/#"));
        assertThat(rights.of("T-07"))
                .contains(
                        new Right(Activity.WRITE, "mine/v1/haultruck/T-07/telemetry"),
                        new Right(Activity.READ, "mine/v1/dispatch/T-07/#"))
                .noneMatch(right -> right.filter().contains("%u"));
    }

    @Test
    void anUnknownUserHasNoRights() throws IOException {
        TopicRights rights = read("user known", "topic mine/#");

        assertThat(rights.of("known")).containsExactly(new Right(Activity.READWRITE, "mine/#"));
        assertThat(rights.of("unknown")).isEmpty();
    }

    @Test
    void refusesLinesThatItDoesNotUnderstand() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "topic read everyone/#",
                                        "user u",
                                        "topic deny mine/#",
                                        "pattern read mine/%c"))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("line 1 ", "line 3 ", "line 4 ");
    }

    private TopicRights read(String... lines) throws IOException {
        return TopicRights.read(
                Files.writeString(folder.resolve("rights"), String.join("\n", lines)));
    }
}
