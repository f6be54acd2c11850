import GRDB

/// How the store of learners came to look as it does. Migrations are appended, never edited: every store ever written is
/// brought up to date by the ones it has not seen.
enum LearnerMigrations {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 learners and their changes") { database in
      try database.create(table: "learner") { table in
        table.autoIncrementedPrimaryKey("id")
        table.column("name", .text).notNull().unique()
        // A RecordDocument.
        table.column("record", .blob).notNull()
        // Seconds since 1970-01-01.
        table.column("created", .integer).notNull()
        table.column("modified", .integer).notNull()
      }
      try database.create(table: "change") { table in
        table.autoIncrementedPrimaryKey("id")
        table.belongsTo("learner", onDelete: .cascade).notNull()
        table.column("moment", .integer).notNull()
        table.column("isUndone", .boolean).notNull().defaults(to: false)
        // A ChangeDocument.
        table.column("change", .blob).notNull()
      }
    }
    return migrator
  }
}
