package io.fueloptimine.connectors.parquet.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;

/**
 * Merges Parquet files into one, with the rows in the order of the files. The columns are those of
 * all files, also columns that this release does not know; a row has null in the columns that its
 * file did not have. The checksums of the pages are checked when they are read.
 */
final class FileMerge {

    /** One file is open, so its groups of rows can be larger than those of the job. */
    private static final long ROW_GROUP_BYTES = 32L * 1024 * 1024;

    private FileMerge() {}

    /**
     * Writes the rows of all files to a new file, and forces it to disk.
     *
     * @return the new file
     * @throws IOException naming a file that cannot be read, or a column whose types differ; the
     *     new file may exist then
     */
    static LakeFile merge(List<Path> files, Path merged) throws IOException {
        Schema schema = union(files);
        Configuration settings = new Configuration(false);
        settings.setBoolean("parquet.page.verify-checksum.enabled", true);
        AvroReadSupport.setAvroReadSchema(settings, schema);
        long rows = 0;
        try (ParquetWriter<GenericRecord> writer =
                AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(merged))
                        .withSchema(schema)
                        .withDataModel(GenericData.get())
                        .withCompressionCodec(CompressionCodecName.ZSTD)
                        .withRowGroupSize(ROW_GROUP_BYTES)
                        .build()) {
            for (Path file : files) {
                rows += copy(file, settings, writer);
            }
        }
        DurableFiles.force(merged);
        LakeFile result = LakeFile.of(merged);
        if (result.rows() != rows) {
            throw new IOException(
                    merged + " has " + result.rows() + " rows, expected " + rows + " rows");
        }
        return result;
    }

    private static long copy(Path file, Configuration settings, ParquetWriter<GenericRecord> writer)
            throws IOException {
        long rows = 0;
        try (ParquetReader<GenericRecord> reader =
                AvroParquetReader.<GenericRecord>builder(new LocalInputFile(file))
                        .withDataModel(GenericData.get())
                        .withConf(settings)
                        .build()) {
            for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
                writer.write(row);
                rows++;
            }
        } catch (IOException | RuntimeException e) {
            throw new IOException("cannot copy the rows of " + file, e);
        }
        if (rows != LakeFile.rows(file)) {
            throw new IOException("cannot read all rows of " + file);
        }
        return rows;
    }

    /** The columns of all files, in the order in which they first occur; all can hold null. */
    private static Schema union(List<Path> files) throws IOException {
        Map<String, Schema> columns = new LinkedHashMap<>();
        Schema last = null;
        for (Path file : files) {
            last = schema(file);
            for (Schema.Field column : last.getFields()) {
                Schema type = nullable(column.schema());
                Schema known = columns.putIfAbsent(column.name(), type);
                if (known != null && !known.equals(type)) {
                    throw new IOException(
                            "column "
                                    + column.name()
                                    + " of "
                                    + file
                                    + " is "
                                    + type
                                    + ", expected "
                                    + known
                                    + " as in other files of the folder");
                }
            }
        }
        List<Schema.Field> fields = new ArrayList<>();
        columns.forEach(
                (name, type) ->
                        fields.add(
                                new Schema.Field(
                                        name, type, null, Schema.Field.NULL_DEFAULT_VALUE)));
        return Schema.createRecord(
                last.getName(), last.getDoc(), last.getNamespace(), false, fields);
    }

    private static Schema schema(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            return new AvroSchemaConverter(new Configuration(false))
                    .convert(reader.getFileMetaData().getSchema());
        } catch (IOException | RuntimeException e) {
            throw new IOException("cannot read " + file + ", expected a complete Parquet file", e);
        }
    }

    private static Schema nullable(Schema type) {
        return type.isNullable() ? type : Schema.createUnion(Schema.create(Schema.Type.NULL), type);
    }

    /** The size of files together. */
    static long bytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
