package fr.cofrap.jdbc;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A migrated database for a single test, which may damage it. */
final class SpareDatabase implements AutoCloseable {
  private static final AtomicInteger LAST = new AtomicInteger();

  private final String name = "spare_" + LAST.incrementAndGet();

  SpareDatabase() {
    create();
  }

  /** Migrated once; copying it takes a fraction of the time. */
  private static final class Template {
    static final String NAME = migrated();

    private static String migrated() {
      String template = "migrated";
      onServer("CREATE DATABASE " + template);
      try {
        TestSchema.createRoles(TestDatabase.source(TestDatabase.ADMINISTRATOR, template));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      TestSchema.migrate(TestDatabase.source(TestDatabase.OWNER, template));
      // A database with sessions cannot be copied, and closed ones may still be terminating.
      onServer(
          "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE datname = '%s'"
              .formatted(template));
      return template;
    }
  }

  void create() {
    onServer("CREATE DATABASE %s TEMPLATE %s".formatted(name, Template.NAME));
  }

  void drop() {
    onServer("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
  }

  /** Alters the database, with what follows its name in {@code ALTER DATABASE}. */
  void alter(String change) {
    onServer("ALTER DATABASE %s %s".formatted(name, change));
  }

  /** Runs a statement in it as a superuser. */
  void execute(String sql) {
    try (Session administrator = asAdministrator()) {
      administrator.execute(sql);
    }
  }

  Session asAdministrator() {
    return new Session(TestDatabase.source(TestDatabase.ADMINISTRATOR, name));
  }

  DatabaseSettings settings() {
    return TestDatabase.settings(TestDatabase.port(), name, "", 2);
  }

  private static void onServer(String sql) {
    try (Session administrator = TestDatabase.asAdministrator()) {
      administrator.execute(sql);
    }
  }

  @Override
  public void close() {
    drop();
  }
}
