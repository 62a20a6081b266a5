import { describeRules, type RuleRow } from "../../src/migrate/index.ts";
import { type Html, html } from "../pages/html.ts";

/** The table of `migrateConfig`'s rules as the documentation of what becomes of each option of v1. */
export const rulesTable = (rows: readonly RuleRow[] = describeRules()): Html =>
  html`${groupRows(rows).map(
    ({ name, rows: inside }) =>
      html`<details>
        <summary>
          <code>${name}</code> <span>${inside.length === 1 ? "1 rule" : `${inside.length} rules`}</span>
        </summary>
        <div class="table" tabindex="0" role="region" aria-label="${name}">
          <table>
            <thead>
              <tr>
                <th scope="col">v1</th>
                <th scope="col">v2</th>
                <th scope="col">What to know</th>
              </tr>
            </thead>
            <tbody>
              ${inside.map(
                ({ path, outcome, text }) =>
                  html`<tr>
                    <th scope="row"><code>${path}</code></th>
                    <td>${outcome}</td>
                    <td>${text}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>`,
  )}`;

interface Group {
  readonly name: string;
  readonly rows: readonly RuleRow[];
}

// Single options come together; those that hold others have a group each.
const groupRows = (rows: readonly RuleRow[]): readonly Group[] => {
  const groups = new Map<string, RuleRow[]>();
  const holders = new Set(rows.filter(({ path }) => path.includes(".")).map(({ path }) => rootOf(path)));
  for (const row of rows) {
    const root = rootOf(row.path);
    const name = holders.has(root) ? root : "the configuration itself";
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([name, inside]) => ({ name, rows: inside }));
};

const rootOf = (path: string): string => path.split(/[.[]/)[0] ?? path;
