package io.fueloptimine.connectors.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparkplugTopicTest {

    @Test
    void readsNodesAndDevices() throws Exception {
        assertThat(SparkplugTopic.parse("spBv1.0/pit/NBIRTH/edge"))
                .isEqualTo(new SparkplugTopic("pit", MessageType.NBIRTH, "edge", null));
        assertThat(SparkplugTopic.parse("spBv1.0/pit/DDATA/edge/T01"))
                .isEqualTo(new SparkplugTopic("pit", MessageType.DDATA, "edge", "T01"));
        assertThat(SparkplugTopic.parse("spBv1.0/pit/DDATA/edge/T01").machineId()).isEqualTo("T01");
        assertThat(SparkplugTopic.parse("spBv1.0/pit/NDATA/edge").machineId()).isEqualTo("edge");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "spBv1.0",
                "spAv1.0/pit/NBIRTH/edge",
                "spBv1.0/pit/NCMD/edge",
                "spBv1.0/STATE/host/x",
                "spBv1.0/pit/NBIRTH/edge/T01",
                "spBv1.0/pit/DBIRTH/edge",
                "spBv1.0/pit/DBIRTH/edge/T01/x",
                "spBv1.0//NBIRTH/edge",
                "spBv1.0/pit/NBIRTH/e\u0007",
                "spBv1.0/pit/DDATA/edge/Truck #12",
                "spBv1.0/pit/DDATA/edge/..",
                "spBv1.0/pit/DDATA/edge/T\u202E1",
                "spBv1.0/pit/NDATA/ "
            })
    void refusesOtherTopics(String topic) {
        assertThatThrownBy(() -> SparkplugTopic.parse(topic)).isInstanceOf(SparkplugFault.class);
    }

    @Test
    void acceptsTheNamesThatPlainMqttAccepts() throws Exception {
        assertThat(SparkplugTopic.parse("spBv1.0/mina sur/DDATA/radio/Cami\u00F3n 7").machineId())
                .isEqualTo("Cami\u00F3n 7");
    }

    @Test
    void matchesEveryTopicOfASiteAndRecognisesHosts() {
        assertThat(SparkplugTopics.filter("pit")).isEqualTo("spBv1.0/pit/#");
        assertThat(SparkplugTopics.isOfHosts(SparkplugTopics.commands("pit", "edge"))).isTrue();
        assertThat(SparkplugTopics.isOfHosts("spBv1.0/pit/DCMD/edge/T01")).isTrue();
        assertThat(SparkplugTopics.isOfHosts("spBv1.0/STATE/host")).isTrue();
        assertThat(SparkplugTopics.isOfHosts("spBv1.0/pit/NDATA/edge")).isFalse();
        assertThat(SparkplugTopics.isOfHosts(null)).isFalse();
    }
}
