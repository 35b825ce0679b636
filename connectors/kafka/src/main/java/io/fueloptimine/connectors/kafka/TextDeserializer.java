package io.fueloptimine.connectors.kafka;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Passes values on as texts, so that a later step can answer a record that it cannot read. Bytes
 * that are not UTF-8 become replacement characters; a record without a value becomes an empty text.
 */
final class TextDeserializer implements KafkaRecordDeserializationSchema<String> {

    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<String> out) {
        out.collect(ValueReader.textOf(record.value()));
    }

    @Override
    public TypeInformation<String> getProducedType() {
        return Types.STRING;
    }
}
