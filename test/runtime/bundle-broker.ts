import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createBuilder } from "vite";
import { createBundles } from "../../src/build/bundles.ts";

/** Bundles one entry of the broker as the package's build does, into a folder of its own; resolves to the file's path. */
export const bundleBroker = async (entry: "handler" | "index" | "node" | "worker"): Promise<string> => {
  const outDir = await mkdtemp(join(tmpdir(), "timekit-broker-"));
  const name = { handler: "brokerHandler", index: "broker", node: "brokerNode", worker: "brokerWorker" }[
    entry
  ];
  const bundle = createBundles()[name] ?? {};
  const builder = await createBuilder({
    configFile: false,
    logLevel: "error",
    environments: { [name]: { ...bundle, build: { ...bundle.build, outDir } } },
  });
  const environment = builder.environments[name];
  if (!environment) throw new Error(`There is no bundle named ${name}.`);
  await builder.build(environment);
  return join(outDir, "broker", `${entry}.js`);
};
