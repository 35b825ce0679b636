/** The texts of alarms in English and in Spanish, one resource file per language. */
package io.fueloptimine.models.alarm.text;
