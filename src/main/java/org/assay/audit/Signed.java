package org.assay.audit;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A dossier as its rows have it, with its signatures and the version that it became.
 *
 * @param content the SHA-256 of its content
 * @param approvedDigest what the approval signs; null, as {@code approvedBy} is, where nobody approved it
 * @param version 0 where it was not published
 */
record Signed(
        long claim,
        int n,
        String digest,
        String content,
        String proposedBy,
        String approvedDigest,
        String approvedBy,
        int version,
        String publishedBy,
        String note) {

    static Signed read(ResultSet row) throws SQLException {
        return new Signed(
                row.getLong("claim_id"),
                row.getInt("n"),
                row.getString("digest"),
                row.getString("content"),
                row.getString("proposed_by"),
                row.getString("approved_digest"),
                row.getString("approved_by"),
                row.getInt("version"),
                row.getString("published_by"),
                row.getString("note"));
    }

    boolean isApproved() {
        return approvedBy != null;
    }

    boolean isPublished() {
        return version > 0;
    }
}
