package org.assay.newsroom;

/**
 * A text of the newsroom's own, in Markdown.
 *
 * @param slug its address at the root
 */
public record NewsroomText(String slug, String title, String markdown) {}
