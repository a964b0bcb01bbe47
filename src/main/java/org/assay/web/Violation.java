package org.assay.web;

/**
 * What is wrong with one field.
 *
 * @param field its dotted path, the same in a form and in JSON
 * @param message a sentence that says what to do
 */
public record Violation(String field, String message) {}
