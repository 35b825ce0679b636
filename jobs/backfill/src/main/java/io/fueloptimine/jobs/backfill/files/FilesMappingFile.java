package io.fueloptimine.jobs.backfill.files;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.jobs.training.csv.CsvFormat;
import io.fueloptimine.jobs.training.fleet.CsvFormatReader;
import io.fueloptimine.jobs.training.fleet.FleetMappingFile;
import io.fueloptimine.jobs.training.fleet.MappedTableReader;
import io.fueloptimine.jobs.training.fleet.MappingNode;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.input.StrictFormat;
import io.fueloptimine.models.mine.input.TextFile;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a {@link FilesMapping} from a YAML file and checks that records can be read with it. */
public final class FilesMappingFile {

    private static final String KIND = "mapping";

    private static final List<String> FIELDS =
            List.of("site", "zone", "locale", "equipmentClass", "csv", "tables");

    private static final List<String> OWN_TABLE_FIELDS =
            List.of("format", "stream", "kind", "sender", "records");

    private FilesMappingFile() {}

    /**
     * Reads a mapping file.
     *
     * @throws InvalidInputException when the mapping is unusable; the message lists every fault
     */
    public static FilesMapping read(Path file) {
        String source = KIND + " " + file;
        JsonNode tree = StrictFormat.YAML.tree(TextFile.read(KIND, file), source);
        List<String> faults = new ArrayList<>();
        FilesMapping mapping = mapping(MappingNode.root(tree, FIELDS, faults));
        if (!faults.isEmpty()) {
            throw new InvalidInputException(source, faults);
        }
        return mapping;
    }

    private static FilesMapping mapping(MappingNode root) {
        ZoneId zone = FleetMappingFile.zone(root);
        CsvFormat format = CsvFormatReader.read(root, CsvFormat.DEFAULT);
        List<FileTable> tables = new ArrayList<>();
        Optional<MappingNode> given = root.object("tables", List.of());
        for (String name : given.map(MappingNode::names).orElse(List.of())) {
            List<String> known = new ArrayList<>(MappedTableReader.FIELDS);
            known.addAll(OWN_TABLE_FIELDS);
            given.get()
                    .object(name, known)
                    .ifPresent(table -> tables.add(table(root, name, table, zone, format)));
        }
        if (tables.isEmpty()) {
            root.fault("tables", null, "at least one table, by name");
        }
        return new FilesMapping(
                FleetMappingFile.site(root), zone, root.optionalText("equipmentClass"), tables);
    }

    private static FileTable table(
            MappingNode root, String name, MappingNode table, ZoneId zone, CsvFormat usual) {
        FileFormat format = format(table);
        // The numbers of JSON have one form whatever the usual one of the files is.
        CsvFormat numbers = format == FileFormat.CSV ? usual : CsvFormat.DEFAULT;
        ReadingStream stream = stream(table);
        EquipmentKind kind = kind(table, stream);
        return new FileTable(
                name,
                format,
                stream,
                kind,
                sender(table),
                table.optionalText("records")
                        .map(path -> List.of(path.split("\\.")))
                        .orElse(List.of()),
                new MappedTableReader(FleetMappingFile.locale(root), zone, numbers)
                        .read(table, stream));
    }

    private static FileFormat format(MappingNode table) {
        String name = table.optionalText("format").orElse(FileFormat.CSV.mappingName());
        Optional<FileFormat> format = FileFormat.of(name);
        if (format.isEmpty()) {
            table.fault("format", name, "one of " + FileFormat.names());
        }
        return format.orElse(FileFormat.CSV);
    }

    private static ReadingStream stream(MappingNode table) {
        String name = table.text("stream");
        Optional<ReadingStream> stream =
                ReadingStream.fromTopicName(name).filter(one -> one != ReadingStream.REPLY);
        if (stream.isEmpty() && !name.isEmpty()) {
            table.fault("stream", name, "one of telemetry, state, refuel, cycle, note");
        }
        return stream.orElse(ReadingStream.TELEMETRY);
    }

    private static EquipmentKind kind(MappingNode table, ReadingStream stream) {
        String usual = stream == ReadingStream.REFUEL ? "fuelbay" : "haultruck";
        String name = table.optionalText("kind").orElse(usual);
        Optional<EquipmentKind> kind = EquipmentKind.fromTopicName(name).filter(stream::isSentBy);
        if (kind.isEmpty()) {
            table.fault(
                    "kind",
                    name,
                    "one of "
                            + Arrays.stream(EquipmentKind.values())
                                    .filter(stream::isSentBy)
                                    .map(EquipmentKind::topicName)
                                    .toList());
        }
        return kind.orElse(EquipmentKind.HAULTRUCK);
    }

    private static Optional<String> sender(MappingNode table) {
        Optional<String> sender = table.optionalText("sender");
        sender.flatMap(MineName::violation)
                .ifPresent(expected -> table.fault("sender", sender.get(), expected));
        return sender;
    }
}
