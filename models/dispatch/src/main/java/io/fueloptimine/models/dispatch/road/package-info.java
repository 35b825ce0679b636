/**
 * Learns from what the trucks burn which road segments cost more than their published rolling
 * resistance explains, and ranks them for the grader.
 */
package io.fueloptimine.models.dispatch.road;
