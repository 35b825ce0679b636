/** The map of a mine: places, roads, machines and the dig plan, read from a mine file. */
package io.fueloptimine.models.mine.site;
