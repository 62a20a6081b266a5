import { beforeAll, describe, expect, it } from "vitest";
import { readVersion } from "../../src/build/build-constants.ts";
import { createSbom } from "../../src/build/create-sbom.ts";
import { packagesInVendor } from "../../src/build/licences.ts";
import { readDist, rootFolder, vendorFile } from "../tools/dist.ts";

interface Part {
  readonly "bom-ref": string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

interface Sbom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Part };
  readonly components: readonly Part[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

let text = "";
let sbom: Sbom;
let vendor: Buffer;

beforeAll(async () => {
  text = (await readDist("sbom.cdx.json")).toString();
  sbom = JSON.parse(text);
  vendor = await readDist(vendorFile);
});

const findVersion = (name: string): string | undefined =>
  sbom.components.find((part) => part.name === name)?.version;

describe("the bill of materials", () => {
  it("is CycloneDX' and about this package", () => {
    const version = readVersion(new URL("package.json", `file://${rootFolder}`));
    expect(sbom).toMatchObject({ bomFormat: "CycloneDX", specVersion: expect.stringMatching(/^1\.\d$/) });
    expect(sbom.metadata.component).toMatchObject({ name: "timekit-embed", version });
  });

  it("has every package whose licence is in the package, and no tool", async () => {
    const licences = (await readDist("THIRD-PARTY-LICENSES.txt")).toString().split(/^-{80}$/m);
    const bundled = licences.map((section) => section.trim().split("\n")[0] ?? "");
    const names = sbom.components.map(({ name }) => name);
    expect(bundled).toContain("preact");
    expect(names).toEqual(expect.arrayContaining([...bundled, ...packagesInVendor]));
    expect(new Set(names).size).toBe(names.length);
    for (const tool of ["vite", "vitest", "typescript", "oxlint", "react", "axe-core"])
      expect(names).not.toContain(tool);
  });

  it.each(["jquery", "preact", "timekit-booking"])(
    "has %s in the version that is installed, with its hash",
    (name) => {
      const installed = readVersion(new URL(`node_modules/${name}/package.json`, `file://${rootFolder}`));
      const part = sbom.components.find((one) => one.name === name);
      expect(part).toMatchObject({ version: installed, purl: `pkg:npm/${name}@${installed}` });
      expect(part?.hashes?.[0]).toMatchObject({
        alg: "SHA-512",
        content: expect.stringMatching(/^[0-9a-f]{128}$/),
      });
    },
  );

  it.each([
    ["moment", (version: string) => `version="${version}"`],
    ["moment-timezone", (version: string) => `//! version : ${version}`],
    ["fullcalendar", (version: string) => `FullCalendar v${version}`],
  ])("has %s in the version that is inside of Booking.js, whatever is installed", (name, toMark) => {
    const version = findVersion(name) ?? "none";
    expect(vendor.includes(toMark(version))).toBe(true);
  });

  it("says what belongs to what, by names that are in it", () => {
    const refs = [sbom.metadata.component, ...sbom.components].map((part) => part["bom-ref"]);
    for (const { ref, dependsOn } of sbom.dependencies)
      expect([ref, ...dependsOn].filter((one) => !refs.includes(one))).toEqual([]);
    expect(sbom.dependencies[0]?.dependsOn).toContain(`jquery@${findVersion("jquery")}`);
    expect(sbom.dependencies[1]?.dependsOn).toContain(`moment@${findVersion("moment")}`);
  });

  it("is the same each time, and names no time, host or folder", () => {
    const bundled = (sbom.dependencies[0]?.dependsOn ?? [])
      .map((ref) => ref.replace(/@[^@]*$/, ""))
      .filter((name) => name !== "jquery" && name !== "timekit-booking");
    const source = { root: rootFolder, bundled, vendor: { fileName: vendorFile, bytes: vendor } };
    expect(createSbom(source)).toBe(text);
    expect(text).not.toMatch(/serialNumber|timestamp|resolved|registry|externalReferences|cdx:npm/);
    expect(text.match(/https?:\/\/[^"]*/g)).toEqual([expect.stringMatching(/^http:\/\/cyclonedx\.org\//)]);
    expect(text).not.toContain(rootFolder);
  });

  it("does not know what is in another copy of Booking.js", () => {
    const other = { fileName: "vendor/booking-9.9.9.js", bytes: Buffer.from("another") };
    const made: Sbom & { compositions: unknown } = JSON.parse(
      createSbom({ root: rootFolder, bundled: [], vendor: other }),
    );
    expect(made.components.map((part) => part["bom-ref"])).toEqual([
      expect.stringMatching(/^jquery@/),
      "timekit-booking@9.9.9",
    ]);
    expect(made.compositions).toEqual([{ aggregate: "unknown", dependencies: ["timekit-booking@9.9.9"] }]);
  });
});
