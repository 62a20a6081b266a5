import { accountRules } from "./account-rules.ts";
import { alreadyV2Rules } from "./already-v2-rules.ts";
import { appearanceRules } from "./appearance-rules.ts";
import { availabilityRules } from "./availability-rules.ts";
import { bookingRules } from "./booking-rules.ts";
import { calendarRules } from "./calendar-rules.ts";
import { callbackRules } from "./callback-rules.ts";
import { fieldRules } from "./field-rules.ts";
import { filterRules } from "./filter-rules.ts";
import { localizationRules } from "./localization-rules.ts";
import type { MigrationRule } from "./rule.ts";
import { sdkRules } from "./sdk-rules.ts";
import { teamRules } from "./team-rules.ts";

/**
 * What becomes of every v1 option, one row each, in the order of the documentation. Where two rows fit an option,
 * or two options go to one place, the upper one wins.
 */
export const migrationRules: readonly MigrationRule[] = [
  ...accountRules,
  ...appearanceRules,
  ...fieldRules,
  ...availabilityRules,
  ...filterRules,
  ...teamRules,
  ...bookingRules,
  ...localizationRules,
  ...calendarRules,
  ...sdkRules,
  ...callbackRules,
  ...alreadyV2Rules,
];
