import { isUuid } from "../../src/contract/uuid.ts";
import type { DemoOptions } from "./start-demo.ts";

const usualPort = 5180;

/** What the environment says about the demo; throws with a sentence that names the variable and never its value. */
export const readEnvironment = (variables: Readonly<Record<string, string | undefined>>): DemoOptions => {
  const { TIMEKIT_API_KEY: apiKey = "", TIMEKIT_RESOURCE_ID: resourceId = "", PORT: port = "" } = variables;
  if (port !== "" && !isPort(port)) throw new Error("PORT must be a number from 0 to 65535.");
  const pagePorts = port === "" ? [usualPort, 0] : [Number(port)];
  if (apiKey === "" && resourceId === "") return { pagePorts };
  if (apiKey === "") throw new Error("TIMEKIT_RESOURCE_ID needs TIMEKIT_API_KEY beside it.");
  if (!isUuid(resourceId)) {
    throw new Error("TIMEKIT_API_KEY needs TIMEKIT_RESOURCE_ID beside it: the UUID of the resource to book.");
  }
  return { pagePorts, real: { apiKey, resourceId } };
};

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
