import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readVersion } from "./build-constants.ts";
import { packagesOfBooking } from "./licences.ts";

/** What the package consists of, and nothing that is only installed to build it. */
export interface SbomSource {
  /** The folder of the repository. */
  readonly root: string;
  /** The names of the installed packages whose code is in the bundles. */
  readonly bundled: readonly string[];
  readonly vendor: { readonly fileName: string; readonly bytes: Uint8Array };
}

/** A component as CycloneDX describes it, https://cyclonedx.org/docs/1.5/json/#components. */
interface Component {
  readonly "bom-ref": string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: unknown;
  readonly hashes?: unknown;
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Bom {
  readonly $schema: string;
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly version: number;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
}

/**
 * The bill of materials in CycloneDX' form, the same for the same lock file. npm describes the installed packages, of
 * which those are left whose code travels. Inside of Booking.js v1 are older versions than the installed ones, as the
 * lock file that it was built with says.
 */
export const createSbom = ({ root, bundled, vendor }: SbomSource): string => {
  const { $schema, bomFormat, specVersion, version, metadata, components } = askNpm(root);
  const { name } = readManifest(root);
  const itself = { ...pick(metadata.component), name };
  const find = (wanted: string): Component => {
    const installed = readVersion(join(root, "node_modules", wanted, "package.json"));
    const found = components.find((one) => one.name === wanted && one.version === installed);
    if (!found) throw new Error(`npm sbom does not know ${wanted} ${installed}`);
    return pick(found);
  };
  const isPublished = isPublishedBooking(root, vendor.bytes);
  const booking = isPublished ? find("timekit-booking") : toOtherBooking(vendor.fileName);
  const parts = isPublished ? packagesOfBooking.map((part) => readLocked(root, part)) : [];
  const direct = [...bundled, "jquery"].map(find);
  return `${JSON.stringify(
    {
      $schema,
      bomFormat,
      specVersion,
      version,
      metadata: { lifecycles: [{ phase: "build" }], component: itself },
      components: [...direct, booking, ...parts],
      dependencies: [
        { ref: itself["bom-ref"], dependsOn: [...direct, booking].map(toRef) },
        { ref: booking["bom-ref"], dependsOn: parts.map(toRef) },
      ],
      // What another copy of Booking.js v1 holds is not known.
      compositions: [{ aggregate: isPublished ? "complete" : "unknown", dependencies: [booking["bom-ref"]] }],
    },
    null,
    2,
  )}\n`;
};

const toRef = (component: Component): string => component["bom-ref"];

/** Leaves out what says where a package came from, and that it is only needed to develop this one. */
const pick = ({ "bom-ref": ref, type, name, version, purl, licenses, hashes }: Component): Component => ({
  "bom-ref": ref,
  type,
  name,
  version,
  purl,
  ...(licenses !== undefined && { licenses }),
  ...(hashes !== undefined && { hashes }),
});

const askNpm = (root: string): Bom => {
  // Vite says NODE_ENV=production while it builds, for which npm leaves out all that is bundled.
  const words = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only", "--include", "dev"];
  const shell = process.platform === "win32";
  // Thousands of lines, of which most are about what builds and tests.
  const text = execFileSync("npm", words, { cwd: root, encoding: "utf8", shell, maxBuffer: 2 ** 26, stdio });
  const bom: unknown = JSON.parse(text);
  if (!isBom(bom)) throw new Error("npm sbom gave no bill of materials");
  return bom;
};

const stdio: ["ignore", "pipe", "ignore"] = ["ignore", "pipe", "ignore"];

const isBom = (value: unknown): value is Bom =>
  typeof value === "object" && value !== null && "metadata" in value && "components" in value;

const readManifest = (folder: string): Manifest => {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (!isManifest(manifest)) throw new Error(`${folder} holds no package`);
  return manifest;
};

const isManifest = (value: unknown): value is Manifest =>
  typeof value === "object" && value !== null && "name" in value;

/** Whether the vendor file holds the bytes of the installed Booking.js, and not those of the copy that a build can name. */
const isPublishedBooking = (root: string, bytes: Uint8Array): boolean =>
  Buffer.from(bytes).includes(readFileSync(join(root, "node_modules/timekit-booking/dist/booking.min.js")));

const toOtherBooking = (fileName: string): Component => {
  const version = /booking-(.+)\.js$/.exec(fileName)?.[1] ?? "unknown";
  return toComponent("timekit-booking", version);
};

/** A package in the version that Booking.js v1 was built with, by its `yarn.lock`. */
const readLocked = (root: string, name: string): Component => {
  const folder = join(root, "node_modules/timekit-booking");
  const lock = readFileSync(join(folder, "yarn.lock"), "utf8");
  const range = readManifest(folder).dependencies?.[name];
  const entry = lock
    .split("\n\n")
    .map((text) => text.trim().split("\n"))
    .find(([head = ""]) =>
      head
        .replaceAll(/[":]/g, "")
        .split(", ")
        .some((key) => (range === undefined ? key.startsWith(`${name}@`) : key === `${name}@${range}`)),
    );
  const version = /^ {2}version "(.+)"$/m.exec(entry?.join("\n") ?? "")?.[1];
  if (version === undefined) throw new Error(`the lock file of Booking.js v1 does not name ${name}`);
  return toComponent(name, version);
};

const toComponent = (name: string, version: string): Component => ({
  "bom-ref": `${name}@${version}`,
  type: "library",
  name,
  version,
  purl: `pkg:npm/${name}@${version}`,
});
