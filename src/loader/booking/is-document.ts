/** Of any page: a document of another window is not an instance of this one's. */
export const isDocument = (target: object): target is Document =>
  "nodeType" in target && target.nodeType === Node.DOCUMENT_NODE;
