export { describeRules, type RuleRow } from "./describe-rules.ts";
export { migrateConfig } from "./migrate-config.ts";
export type {
  Callable,
  Migration,
  MigrationFacts,
  MigrationNote,
  MigrationTarget,
  NoteKind,
  Plain,
  PlainObject,
} from "./migration.ts";
export { migrationRules } from "./rules/migration-rules.ts";
export type { MigrationRule } from "./rules/rule.ts";
