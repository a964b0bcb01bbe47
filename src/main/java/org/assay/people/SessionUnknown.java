package org.assay.people;

import java.sql.SQLException;

/** The database did not say whether this session has ended. */
public final class SessionUnknown extends RuntimeException {

    SessionUnknown(SQLException cause) {
        super(cause);
    }
}
