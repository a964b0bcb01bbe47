package org.assay.newsroom;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.LocalDate;

/** A date between the year 1 and today in the newsroom's time zone. */
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = NotAfterToday.Validator.class)
public @interface NotAfterToday {

    String message() default "Please give a date that is not after today.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    @ApplicationScoped
    class Validator implements ConstraintValidator<NotAfterToday, LocalDate> {

        @Inject
        Clock clock;

        /** Looked up when a date is judged: validators are made before the configuration is read. */
        @Inject
        Instance<Newsroom> newsroom;

        @Override
        public boolean isValid(LocalDate date, ConstraintValidatorContext context) {
            return date == null
                    || (date.getYear() >= 1
                            && !date.isAfter(
                                    LocalDate.now(clock.withZone(newsroom.get().timeZone()))));
        }
    }
}
