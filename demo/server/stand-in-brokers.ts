import { grantPath } from "../../src/contract/grant-request.ts";
import { serverTokenType } from "../../src/contract/grant.ts";
import { standInPath } from "../pages/stand-ins.ts";
import { ConnectionReset } from "../timekit/connection-reset.ts";

export interface StandInOptions {
  readonly brokerOrigin: string;
  readonly pageOrigin: string;
  readonly slowMs: number;
}

/** Answers for the stand-in at that path; undefined if there is none. */
export const answerAsStandIn = async (
  request: Request,
  options: StandInOptions,
): Promise<Response | undefined> => {
  const url = new URL(request.url);
  switch (url.pathname) {
    case standInPath("server-token"):
      return Response.json(rogueGrant(url.searchParams.get("resource_id")), { headers: noStore });
    case standInPath("slow"):
      await new Promise((resolve) => setTimeout(resolve, options.slowMs));
      return passOn(url, options);
    case standInPath("down"):
      throw new ConnectionReset();
    default:
      return undefined;
  }
};

const noStore = { "cache-control": "no-store" };

/** What no broker must ever send: a credential of full power, in an answer that is otherwise right. */
const rogueGrant = (resourceId: string | null): unknown => ({
  type: serverTokenType,
  token: "ServerTokenThatTheLoaderMustRefuse",
  expires: null,
  app: "brook-lane",
  resource: { id: resourceId, name: "Brook Lane Bicycles", email: "workshop@example.com" },
});

const passOn = async (url: URL, { brokerOrigin, pageOrigin }: StandInOptions): Promise<Response> => {
  const answer = await fetch(`${brokerOrigin}${grantPath}${url.search}`, { headers: { origin: pageOrigin } });
  const type = answer.headers.get("content-type") ?? "application/json";
  return new Response(await answer.arrayBuffer(), {
    status: answer.status,
    headers: { ...noStore, "content-type": type },
  });
};
