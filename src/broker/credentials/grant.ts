import { clientTokenType, type Grant, type GrantedResource } from "../../contract/grant.ts";
import type { ClientToken } from "./client-token.ts";

export interface GrantParts {
  readonly token: ClientToken;
  readonly app: string;
  readonly resource: GrantedResource;
}

/** The answer, written out key by key, so that nothing else can be in it. */
export const toGrant = ({ token, app, resource }: GrantParts): Grant => ({
  type: clientTokenType,
  token: token.token,
  expires: token.expires,
  app,
  resource: {
    id: resource.id,
    name: resource.name ?? null,
    email: resource.email,
    timezone: resource.timezone ?? null,
    avatar: resource.avatar ?? null,
  },
});
