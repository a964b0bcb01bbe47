package org.assay.once;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A request with an {@code Idempotency-Key} is done once: the same again gets the first answer. It needs a transaction, a
 * {@code Body} among its parameters and a {@code Response}; only what is answered, and not what is refused, is kept.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Once {}
