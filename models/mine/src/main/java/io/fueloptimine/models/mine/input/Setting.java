package io.fueloptimine.models.mine.input;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a component of a settings record. The annotation is used to read and check the settings
 * file and to print the table of settings. On a component that is itself a settings record, only
 * {@link #meaning} is used.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** What the setting does, in one sentence without a full stop. */
    String meaning();

    /** The unit, such as {@code min} or {@code % of the tank}. */
    String unit() default "";

    /** The lowest valid value. */
    double min() default 0;

    /** The highest valid value. */
    double max() default 0;
}
