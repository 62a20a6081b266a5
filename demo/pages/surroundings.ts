/** Where the parts of the demo are. */
export interface Surroundings {
  readonly pageOrigin: string;
  readonly brokerOrigin: string;
  readonly timekitOrigin: string;
  /** Of the built package. */
  readonly version: string;
  /** Whether Timekit is the simulated one. */
  readonly isSimulated: boolean;
  /** UUID of the resource that the page books. */
  readonly resourceId: string;
}
