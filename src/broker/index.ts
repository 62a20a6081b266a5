export { createBroker, type Broker } from "./create-broker.ts";
export type { LogEntry, LogLevel } from "./log.ts";
export type { Runtime } from "./runtime.ts";
export type { BrokerSettings } from "./settings/parse-settings.ts";
export { SettingsError } from "./settings/problem.ts";
export type { BrokerContext, BrokerEnvironment } from "./request-context.ts";
