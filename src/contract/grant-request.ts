/** The path at which the reference broker answers. */
export const grantPath = "/client-token";

/** The names in the query of a grant request; the broker refuses every other one. */
export const grantParameters = { resourceId: "resource_id", renew: "renew" } as const;

export interface GrantRequest {
  /** UUID of the resource to book. */
  readonly resourceId: string;
  /** Asks for a token other than the last one, because Timekit has refused that. */
  readonly renew: boolean;
}

/** The request as query parameters, in the order in which they are sent. */
export const toGrantQuery = (request: GrantRequest): Record<string, string> => ({
  [grantParameters.resourceId]: request.resourceId,
  ...(request.renew && { [grantParameters.renew]: "1" }),
});
