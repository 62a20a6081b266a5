import { LoaderError, type ErrorCode } from "../errors.ts";
import { optionTable, toAttributeName, type OptionName, type ReadContext } from "./option-table.ts";
import type { ConfigLayer, Options } from "./options.ts";
import type { Source } from "./sources.ts";

const defaults = {
  notice: "on",
  upgradeUrl: "https://developers.timekit.io/docs/projects-migrating-from-v1-to-v2",
  lang: "en",
  lazy: false,
  minHeight: "480px",
  containers: true,
  debug: false,
} as const;

const codes: Partial<Record<OptionName, ErrorCode>> = {
  resourceId: "config/bad-resource-id",
  brokerUrl: "config/bad-broker-url",
};

export interface ResolveFacts extends ReadContext {
  readonly pageLang: string;
  /** Baked in by the build; may be empty. */
  readonly builtInBrokerUrl: string;
}

/**
 * The options from all sources, strongest first. Never throws: the first bad value becomes `error`, and its
 * default is used, so that the failure can still be shown as the owner wished.
 */
export const resolveOptions = (sources: readonly Source[], facts: ResolveFacts): Options => {
  let error: LoaderError | undefined;

  const fail = (code: ErrorCode, subject?: string): void => {
    error ??= new LoaderError(code, { subject });
  };

  const readAll = <Name extends OptionName>(name: Name): readonly Layer<Name>[] =>
    sources.flatMap((source): readonly Layer<Name>[] => {
      try {
        const raw = source.read(name);
        if (raw === undefined || raw === null) return [];
        const value = optionTable[name](raw, facts) as Layer<Name>["value"] | undefined;
        if (value !== undefined) return [{ value, isOwners: source.isOwners }];
      } catch {
        // A getter of the page's options threw; the option is named below.
      }
      fail(codes[name] ?? "config/bad-option", `data-${toAttributeName(name)}`);
      return [];
    });

  const read = <Name extends OptionName>(name: Name): Layer<Name>["value"] | undefined => readAll(name)[0]?.value;

  const resourceId = read("resourceId");
  if (!resourceId) fail("config/no-resource-id");
  const brokerUrl =
    read("brokerUrl") ?? (facts.builtInBrokerUrl ? optionTable.brokerUrl(facts.builtInBrokerUrl, facts) : undefined);
  if (!brokerUrl) fail("config/no-broker-url");

  return {
    resourceId,
    brokerUrl,
    target: read("target"),
    configs: readAll("config")
      .map(({ value, isOwners }): ConfigLayer => ({ config: value, isOwners }))
      .reverse(),
    notice: read("notice") ?? defaults.notice,
    upgradeUrl: read("upgradeUrl") ?? defaults.upgradeUrl,
    fallbackUrl: read("fallbackUrl"),
    lang: (read("lang") ?? facts.pageLang) || defaults.lang,
    lazy: read("lazy") ?? defaults.lazy,
    minHeight: read("minHeight") ?? defaults.minHeight,
    containers: read("containers") ?? defaults.containers,
    vendorUrl: read("vendorUrl"),
    debug: read("debug") ?? defaults.debug,
    words: (read("words") ?? {}) as Readonly<Record<string, string>>,
    nonce: read("nonce"),
    error,
  };
};

interface Layer<Name extends OptionName> {
  readonly value: NonNullable<ReturnType<(typeof optionTable)[Name]>>;
  readonly isOwners: boolean;
}
