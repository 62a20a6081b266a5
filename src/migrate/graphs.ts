/** The ways in which a booking can go, the same in v1 and v2. */
export const graphs = [
  "instant",
  "instant_payment",
  "confirm_decline",
  "group_customer",
  "group_customer_payment",
] as const;

/** The name of one of them. */
export type Graph = (typeof graphs)[number];

/** Whether seats of one event are booked, instead of a time of one resource. */
export const isGroup = (graph: Graph | undefined): boolean =>
  graph === "group_customer" || graph === "group_customer_payment";
