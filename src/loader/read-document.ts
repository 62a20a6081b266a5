/**
 * One of the document's own properties. Asked of its prototype, since a page's `<img name=URL>` or `<form name=head>`
 * hides the property of that name.
 */
export const readDocument = <Name extends keyof Document>(document: Document, name: Name): Document[Name] =>
  // The prototype has it with this type.
  Reflect.get(Document.prototype, name, document) as Document[Name];
