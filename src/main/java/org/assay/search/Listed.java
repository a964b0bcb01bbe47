package org.assay.search;

import java.util.List;

/** @param next the token with which the list goes on; null at its end */
record Listed(List<Entry> entries, String next) {}
