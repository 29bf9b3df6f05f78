package org.kukai.testing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import org.jspecify.annotations.Nullable;

import org.kukai.database.DataDirectory;
import org.kukai.database.EmbeddedDatabase;

/**
 * The embedded PostgreSQL, as Kukai starts it for its users, with a fresh data directory for this run of tests. Being global,
 * it serves every {@code @QuarkusTest} without being named there.
 */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        Path home = Path.of("target", "test-data-" + ProcessHandle.current().pid());
        DataDirectory directory = DataDirectory.claim(home);
        database = EmbeddedDatabase.start(directory);
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.username", EmbeddedDatabase.USER);
        settings.put("quarkus.datasource.password", database.password());
        settings.put("kukai.data-dir", home.toString());
        settings.put("kukai.secret", directory.secret("kukai.secret"));
        return settings;
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }
}
