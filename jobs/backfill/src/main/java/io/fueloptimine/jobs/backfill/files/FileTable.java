package io.fueloptimine.jobs.backfill.files;

import io.fueloptimine.jobs.training.fleet.MappedTable;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.util.List;
import java.util.Optional;

/**
 * How the records of one kind of files become messages.
 *
 * @param name the name of the table in the mapping
 * @param format the format of the files
 * @param stream the stream of the messages
 * @param kind the kind of the machines that send them
 * @param sender the machine that sends all messages, such as the fuel bay; empty if the column
 *     {@code machine} names the sender
 * @param records for JSON, the names of the fields that lead to the array of records; empty if the
 *     document itself is the array
 * @param columns the columns, units and timestamps
 */
record FileTable(
        String name,
        FileFormat format,
        ReadingStream stream,
        EquipmentKind kind,
        Optional<String> sender,
        List<String> records,
        MappedTable columns) {}
