/** Where the parts of the demo are. */
export interface Surroundings {
  readonly pageOrigin: string;
  readonly brokerOrigin: string;
  readonly timekitOrigin: string;
  /** The simulated Timekit, also while the page talks to the real one. */
  readonly simulatedOrigin: string;
  /** Of the built package. */
  readonly version: string;
  /** Whether Timekit is the simulated one. */
  readonly isSimulated: boolean;
  /** UUID of the resource that the page books. */
  readonly resourceId: string;
}
