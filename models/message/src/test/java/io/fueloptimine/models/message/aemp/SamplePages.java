package io.fueloptimine.models.message.aemp;

import java.nio.charset.StandardCharsets;

/** Pages in the forms that servers use. */
final class SamplePages {

    static final String XML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Fleet version="20190501" snapshotTime="2026-01-05T08:20:00Z"
                   xmlns="http://standards.iso.org/iso/15143/-3">
              <Links><rel>self</rel><href>https://oem.example/Fleet/1</href></Links>
              <Links><rel>next</rel><href>https://oem.example/Fleet/2</href></Links>
              <Links><rel>last</rel><href>https://oem.example/Fleet/2</href></Links>
              <Equipment>
                <EquipmentHeader>
                  <UnitInstallDateTime>0001-01-01T00:00:00Z</UnitInstallDateTime>
                  <OEMName>Komatsu</OEMName>
                  <Model>930E</Model>
                  <EquipmentID>T1</EquipmentID>
                  <SerialNumber>A30001</SerialNumber>
                  <PIN>KMT00930EA30001</PIN>
                </EquipmentHeader>
                <Location datetime="2026-01-05T06:00:00Z">
                  <Latitude>-22.31</Latitude>
                  <Longitude>-68.9</Longitude>
                  <Altitude>4010.5</Altitude>
                  <AltitudeUnits>metre</AltitudeUnits>
                </Location>
                <CumulativeOperatingHours datetime="2026-01-05T08:14:00Z">
                  <Hour>12345.65</Hour>
                </CumulativeOperatingHours>
                <FuelUsed datetime="2026-01-05T08:15:00Z">
                  <FuelUnits>litre</FuelUnits>
                  <FuelConsumed>1560.5</FuelConsumed>
                </FuelUsed>
                <FuelRemaining datetime="2026-01-05T08:15:00Z"><Percent>62.40</Percent></FuelRemaining>
                <EngineStatus datetime="2026-01-05T08:13:00Z">
                  <EngineNumber/><Running>true</Running>
                </EngineStatus>
                <SomethingNew datetime="2026-01-05T08:13:00Z"><Value>7</Value></SomethingNew>
              </Equipment>
              <Equipment>
                <EquipmentHeader><OEMName>Komatsu</OEMName><SerialNumber>A30002</SerialNumber></EquipmentHeader>
              </Equipment>
            </Fleet>
            """;

    static final String JSON =
            """
            {"links": [{"rel": "self", "href": "/Fleet/1"}, {"rel": "next", "href": "/Fleet/2"}],
             "version": "1", "snapshotTime": "2026-01-05T08:20:00Z",
             "equipment": [{
               "equipmentHeader": {"oemName": "Volvo", "model": "EC950", "equipmentId": "E1",
                                   "serialNumber": 310101, "pin": "VCE0EC950"},
               "cumulativeOperatingHours": {"hour": "PT13H28M30S", "datetime": "2026-01-05T08:14:00+00:00"},
               "fuelUsed": {"fuelUnits": "gallon", "fuelConsumed": 100, "@datetime": "2026-01-05T05:15:00-03:00"},
               "distance": {"odometer": 10, "odometerUnits": "mile", "datetime": "2026-01-05T08:14:00Z"},
               "cumulativePayloadTotals": {"payload": 596361594, "payloadUnits": "kilogram", "datetime": "2026-01-05T08:14:00Z"},
               "cumulativeLoadCount": {"count": 13252, "datetime": "2026-01-05T08:14:00Z"},
               "cumulativeIdleHours": {"hour": 3808.96, "datetime": "2026-01-05T08:14:00Z"},
               "engineStatus": {"running": false, "datetime": "2026-01-05T08:14:00Z"},
               "location": null
             }]}
            """;

    private SamplePages() {}

    static byte[] bytes(String page) {
        return page.getBytes(StandardCharsets.UTF_8);
    }
}
