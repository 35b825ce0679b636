/** How loading units fill the trucks, compared with the nominal payload. */
package io.fueloptimine.models.dispatch.payload;
