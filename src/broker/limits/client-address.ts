interface ClientFacts {
  /** The connection's other end; undefined where the platform does not say. */
  readonly peerAddress: string | undefined;
  readonly forwardedFor: string | null;
  /** How many proxies of the owner's stand before the broker, each adding one address on the right. */
  readonly trustedProxyHops: number;
}

/**
 * The key under which a client is counted. Of `X-Forwarded-For` only the entry that the outermost trusted proxy has
 * added is believed: everything left of it may be the client's own invention. Undefined where no address is known.
 */
export const findClient = ({
  peerAddress,
  forwardedFor,
  trustedProxyHops,
}: ClientFacts): string | undefined => {
  const peer = toAddressKey(peerAddress ?? "");
  if (trustedProxyHops === 0 || forwardedFor === null) return peer;
  const entry = forwardedFor.split(",").at(-trustedProxyHops);
  return toAddressKey(entry ?? "") ?? peer;
};

/**
 * The key under which a client is counted: an IPv4 address as it is, an IPv6 address as its /64, since one customer of a
 * provider has all of those. Undefined for what is no address. A port or brackets around it do not matter.
 */
export const toAddressKey = (text: string): string | undefined => {
  if (isIpv4(text)) return text;
  const address = stripPort(text.trim().toLowerCase());
  const mapped = address.replace(/^::ffff:(?=\d+\.)/, "");
  if (isIpv4(mapped)) return mapped;
  const groups = expandIpv6(address.replace(/%.*$/, ""));
  return groups && `${groups.slice(0, 4).join(":")}::/64`;
};

const stripPort = (text: string): string =>
  /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1");

const isIpv4 = (text: string): boolean => /^(?:(?:25[0-5]|2[0-4]\d|[01]?\d?\d)(?:\.(?!$)|$)){4}$/.test(text);

/** The eight groups of an IPv6 address without leading zeros. */
const expandIpv6 = (text: string): string[] | undefined => {
  const [head = "", tail, ...more] = text.split("::");
  if (more.length > 0) return undefined;
  const before = toGroups(head);
  const after = toGroups(tail ?? "");
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array.from({ length: missing }, () => "0"), ...after];
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))
    ? groups.map((group) => Number.parseInt(group, 16).toString(16))
    : undefined;
};

const toGroups = (text: string): string[] => {
  if (text === "") return [];
  const groups = text.split(":");
  const last = groups.at(-1) ?? "";
  // The last 32 bits may be written as an IPv4 address.
  return isIpv4(last) ? [...groups.slice(0, -1), ...toHexGroups(last)] : groups;
};

const toHexGroups = (ipv4: string): string[] => {
  const [a = 0, b = 0, c = 0, d = 0] = ipv4.split(".").map(Number);
  return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)];
};
