package org.assay.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Text of at most {@code max} code points, without lone surrogates or control characters but tab and line ends. */
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = Text.Validator.class)
public @interface Text {

    int max();

    boolean required() default false;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<Text, String> {

        private Text rule;

        @Override
        public void initialize(Text text) {
            rule = text;
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            String fault = fault(value);
            if (fault == null) {
                return true;
            }
            Sentences.say(context, fault);
            return false;
        }

        private String fault(String value) {
            if (value == null || rule.required() && Characters.isBlank(value)) {
                return rule.required() ? "Please fill this in." : null;
            }
            String unclean = Characters.fault(value);
            if (unclean != null) {
                return unclean;
            }
            int length = value.codePointCount(0, value.length());
            return length <= rule.max()
                    ? null
                    : "Please shorten this: it has %,d characters and may have %,d.".formatted(length, rule.max());
        }
    }
}
