/**
 * Snapshots of telematics servers by ISO 15143-3 (AEMP 2.0), as XML and as JSON, and the readings
 * that they become.
 */
package io.fueloptimine.models.message.aemp;
