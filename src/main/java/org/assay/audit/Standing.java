package org.assay.audit;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How a claim stands, as its row and its publication's have it.
 *
 * @param version the number of its events, and {@code head} the hash of the last
 * @param liveVersion the version that readers see; 0 for none
 * @param goneUpTo the last of the versions that were withdrawn for good; 0 for none
 * @param withdrawnReason what readers are told; null where nothing is withdrawn
 */
record Standing(
        int version,
        String head,
        String stage,
        boolean live,
        int publishedVersions,
        int liveVersion,
        int goneUpTo,
        String withdrawnReason) {

    /** Null where the claim's row is missing. */
    static Standing read(ResultSet row) throws SQLException {
        return row.getString("stage") == null
                ? null
                : new Standing(
                        row.getInt("version"),
                        row.getString("head"),
                        row.getString("stage"),
                        row.getBoolean("live"),
                        row.getInt("published_versions"),
                        row.getInt("live_version"),
                        row.getInt("gone_up_to"),
                        row.getString("withdrawn_reason"));
    }
}
