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
import java.util.IllformedLocaleException;
import java.util.Locale;

/** A required BCP 47 language tag, such as en, pt-BR or zh-Hant; at most 35 characters (RFC 5646, section 4.4.1). */
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = LanguageTag.Validator.class)
public @interface LanguageTag {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<LanguageTag, String> {

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            if (Characters.isBlank(value)) {
                Sentences.say(context, "Please give the language, for example en.");
                return false;
            }
            if (!wellFormed(value)) {
                Sentences.say(context, "Please give the language as a tag, for example en, pt-BR or ar.");
                return false;
            }
            return true;
        }

        private boolean wellFormed(String tag) {
            try {
                String language =
                        new Locale.Builder().setLanguageTag(tag).build().getLanguage();
                return tag.length() <= 35 && (language.length() == 2 || language.length() == 3);
            } catch (IllformedLocaleException e) {
                return false;
            }
        }
    }
}
