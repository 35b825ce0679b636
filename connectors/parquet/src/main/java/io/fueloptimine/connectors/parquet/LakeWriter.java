package io.fueloptimine.connectors.parquet;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.avro.generic.GenericData;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;

/** Opens Parquet files of a lake table. The writer converts records to Avro rows. */
final class LakeWriter<T> extends ParquetWriter.Builder<T, LakeWriter<T>> {

    /**
     * The maximum number of compressed bytes that an open file buffers. Each subtask has one open
     * file for every day of which it has received records since the last checkpoint; the memory of
     * a subtask is this value times the number of these days.
     */
    static final long ROW_GROUP_BYTES = 8L * 1024 * 1024;

    private final LakeTable<T> table;

    private LakeWriter(OutputFile file, LakeTable<T> table) {
        super(file);
        this.table = table;
    }

    static <T> ParquetWriter<T> open(OutputFile file, Supplier<LakeTable<T>> table)
            throws IOException {
        return open(file, table, ROW_GROUP_BYTES);
    }

    static <T> ParquetWriter<T> open(
            OutputFile file, Supplier<LakeTable<T>> table, long rowGroupBytes) throws IOException {
        return new LakeWriter<>(file, table.get())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(rowGroupBytes)
                .withPageSize(64 * 1024)
                .build();
    }

    @Override
    protected LakeWriter<T> self() {
        return this;
    }

    @Override
    protected WriteSupport<T> getWriteSupport(Configuration settings) {
        return new RowWriteSupport<>(table);
    }

    /** Converts records to rows for Avro's write support. */
    private static final class RowWriteSupport<T> extends WriteSupport<T> {

        private final LakeTable<T> table;
        private final AvroWriteSupport<Object> avro;

        RowWriteSupport(LakeTable<T> table) {
            this.table = table;
            this.avro =
                    new AvroWriteSupport<>(
                            new AvroSchemaConverter().convert(table.schema()),
                            table.schema(),
                            GenericData.get());
        }

        @Override
        public WriteContext init(Configuration settings) {
            return avro.init(settings);
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            avro.prepareForWrite(consumer);
        }

        @Override
        public void write(T record) {
            avro.write(table.row(record));
        }
    }
}
