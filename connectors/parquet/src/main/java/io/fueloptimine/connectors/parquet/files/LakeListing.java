package io.fueloptimine.connectors.parquet.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists the files and rows of each day of a lake. */
public final class LakeListing {

    private LakeListing() {}

    /**
     * A day of a table.
     *
     * @param table the table
     * @param partition the name of the folder
     * @param files number of finished files
     * @param rows number of their rows
     * @param bytes their size
     * @param unfinished number of files that the job has begun
     */
    public record Day(
            String table, String partition, int files, long rows, long bytes, int unfinished) {}

    /**
     * The days of all tables, in order of table and day.
     *
     * @throws IOException naming the file that cannot be read
     */
    public static List<Day> of(LakeLayout lake) throws IOException {
        List<Day> days = new ArrayList<>();
        for (LakePartition partition : lake.partitions()) {
            List<Path> files = partition.files();
            Map<String, LakeFile> known = PartitionManifest.read(partition.folder()).byName();
            long rows = 0;
            for (Path file : files) {
                LakeFile entry = known.get(file.getFileName().toString());
                rows += entry == null ? LakeFile.rows(file) : entry.rows();
            }
            days.add(
                    new Day(
                            partition.table(),
                            partition.name(),
                            files.size(),
                            rows,
                            FileMerge.bytes(files),
                            partition.unfinished().size()));
        }
        return days;
    }
}
