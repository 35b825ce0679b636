/** The state of roads, and what they cost beyond their published resistance. */
package io.fueloptimine.models.mine.road;
