/** Litres and seconds of trips and loading times. */
package io.fueloptimine.models.dispatch.price;
