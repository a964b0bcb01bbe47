package org.assay.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** An http or https address of at most 2,048 code points, without a user name in it. */
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = WebUrl.Validator.class)
public @interface WebUrl {

    boolean required() default false;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<WebUrl, String> {

        private boolean required;

        @Override
        public void initialize(WebUrl url) {
            required = url.required();
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            String fault = value == null && !required
                    ? null
                    : Characters.isBlank(value)
                            ? "Please give the address, for example https://example.org/page."
                            : WebAddress.fault(value);
            if (fault != null) {
                Sentences.say(context, fault);
            }
            return fault == null;
        }
    }
}
