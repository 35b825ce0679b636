package io.fueloptimine.models.message.aemp;

import java.util.List;
import java.util.Optional;

/**
 * One machine of a snapshot. The names are those of the manufacturer, not those of the mine.
 *
 * @param oemName the manufacturer
 * @param model the model, such as {@code 930E}
 * @param equipmentId the owner's name of the machine in the telematics system
 * @param serialNumber the serial number
 * @param pin the product identification number
 * @param sections the sections that could be read, in the order of the page
 */
public record AempEquipment(
        Optional<String> oemName,
        Optional<String> model,
        Optional<String> equipmentId,
        Optional<String> serialNumber,
        Optional<String> pin,
        List<AempSection> sections) {}
