package org.assay.search;

/**
 * What a program asks for.
 *
 * @param query null for everything
 * @param language a primary language, such as {@code pt}; null for all
 * @param days how old, at most, the newer of claim and review may be; null for any age
 */
record Question(String query, String language, Integer days) {}
