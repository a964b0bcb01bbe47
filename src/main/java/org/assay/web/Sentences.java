package org.assay.web;

import jakarta.validation.ConstraintValidatorContext;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** Words a violation at the moment it is found, since the sentence often carries a figure. */
final class Sentences {

    private Sentences() {}

    static void say(ConstraintValidatorContext context, String sentence) {
        context.disableDefaultConstraintViolation();
        // A message parameter is inserted as it is: what somebody typed is never read as a template.
        context.unwrap(HibernateConstraintValidatorContext.class)
                .addMessageParameter("sentence", sentence)
                .buildConstraintViolationWithTemplate("{sentence}")
                .addConstraintViolation();
    }
}
