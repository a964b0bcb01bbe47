package org.assay.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** A newsroom on a server of its own, apart from the one that other tests share. */
public abstract class OwnDatabase implements QuarkusTestProfile {

    private final Class<? extends QuarkusTestResourceLifecycleManager> server;

    protected OwnDatabase() {
        this(Database.class);
    }

    protected OwnDatabase(Class<? extends QuarkusTestResourceLifecycleManager> server) {
        this.server = server;
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(server));
    }
}
